import { clock, dayOf, weekday } from '@sovinto/ui/format.ts';
import { useView } from './view.ts';

export function Stamp({ at }: { at: string }) {
  const language = useView().language.value;
  const today = dayOf(at) === dayOf(new Date());
  const hour = clock(language, at);
  return (
    <time class="stamp" dateTime={at}>
      {today ? hour : `${weekday(language, dayOf(at))} ${hour}`}
    </time>
  );
}
