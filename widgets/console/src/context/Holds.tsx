import { day } from '@sovinto/ui/format.ts';
import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { CirclePause } from 'lucide';
import type { Case } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { fill, named } from '../words/texts.ts';

export function Holds({ holds }: { holds: Case['holds'] }) {
  const { language, texts } = useWords();
  if (holds.length === 0) return <section class="part part-none">{texts.case.no_holds}</section>;
  return (
    <section class="part">
      <h2 class="part-title">{texts.case.holds}</h2>
      <ul class="holds">
        {holds.map(({ reason, until }) => (
          <li key={`${reason} ${until}`}>
            <Icon of={CirclePause} small />
            <span>
              {named(texts.holds, reason)},{' '}
              {until
                ? fill(texts.case.until, { date: day(language, until) })
                : texts.case.until_further}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
