import { day, money } from '@sovinto/ui/format.ts';
import { useWords } from '../../desk.ts';
import { counted, fill, named } from '../../words/texts.ts';
import { Fact } from './Facts.tsx';
import type { Agreed } from './wire.ts';

/** What holds already; that there is nothing is said too, for it is what is looked for. */
export function AgreedRow({ agreed }: { agreed: Agreed }) {
  const { language, texts } = useWords();
  const { card } = texts;
  const lines = [plan(), deferred(), ...agreed.rests.map(rests)].filter(Boolean);
  return (
    <Fact label="agreed">
      {lines.length === 0 && <p class="card-soft">{card.nothing}</p>}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Fact>
  );

  function plan(): string {
    const of = agreed.plan;
    if (!of) return '';
    return [
      named(texts.plan_status, of.status),
      fill(card.plan_each, { amount: money(language, of.instalment, of.currency) }),
      counted(language, card.left, of.left),
      of.next_due && fill(card.next_due, { date: day(language, of.next_due) }),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  function deferred(): string {
    const { deferred_until: until } = agreed;
    return until ? fill(card.deferred, { date: day(language, until) }) : '';
  }

  function rests({ reason, until }: Agreed['rests'][number]): string {
    const how = until
      ? fill(texts.case.until, { date: day(language, until) })
      : texts.case.until_further;
    return `${named(texts.holds, reason)}, ${how}`;
  }
}
