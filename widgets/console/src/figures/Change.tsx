import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { ArrowDown, ArrowRight, ArrowUp } from 'lucide';
import { useWords } from '../desk.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill } from '../words/texts.ts';
import layout from './layout.json';
import type { Figure } from './wire.ts';
import { number, roughly, written } from './writing.ts';

/** Against as many days right before. Without a colour: more is not better everywhere. */
export function Change({ figure, value }: { figure: Figure; value: number }) {
  const { language } = useWords();
  const { change } = usePageTexts('figures');
  const { unit, before, before_of: beforeOf } = figure;
  const least = layout.compared_from;
  const nothing = before === null || (unit === 'count' && before === 0 && value > 0);
  if (nothing) return <p class="tile-change">{change.none}</p>;
  if (beforeOf < least)
    return (
      <p class="tile-change" title={fill(change.too_few, { n: number(language, least) })}>
        <span aria-hidden="true">–</span>
        <span class="unseen">{fill(change.too_few, { n: number(language, least) })}</span>
      </p>
    );
  const was = fill(change.was, { before: written(language, unit, before) });
  const difference = value - before;
  const size = sizeOf(Math.abs(difference));
  if (size === null)
    return (
      <p class="tile-change">
        <Icon of={ArrowRight} small />
        {change.same}
      </p>
    );
  return (
    <p class="tile-change">
      <Icon of={difference > 0 ? ArrowUp : ArrowDown} small />
      <span>
        <span class="tile-moved">
          {fill(difference > 0 ? change.up : change.down, { change: size })}
        </span>{' '}
        {was}
      </span>
    </p>
  );

  /** In points where the unit is a share, else in percent of what it was; null for none to speak of. */
  function sizeOf(by: number): string | null {
    if (unit === 'percent') {
      const points = number(language, by, 1);
      return by < 0.05 ? null : fill(change.points, { n: points });
    }
    if (unit === 'seconds') return by < 1 ? null : written(language, unit, by);
    if (unit !== 'count') return by < 0.05 ? null : number(language, by, 1);
    if (by === 0) return null;
    const part = before ? (by / before) * 100 : Number.POSITIVE_INFINITY;
    // Less than half a percent would be written as none at all.
    return part < 0.5 || part >= 1000 ? number(language, by) : roughly(language, 'percent', part);
  }
}
