import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { CalendarClock } from 'lucide';
import { usePageTexts } from '../words/pageTexts.ts';
import type { ClientCard, RulesPart } from './wire.ts';

/** What a client allows: as it is in force, and after it what is to come, each from its day on. */
export function Rules({ rules }: { rules: ClientCard['rules'] }) {
  const texts = usePageTexts('clients');
  return (
    <section class="sheet-rules" aria-label={texts.rules}>
      <h4>{texts.rules}</h4>
      {rules.map(({ state, since, when, lines, bands, by_hand }) => (
        <div
          key={since}
          class={state === 'coming' ? 'sheet-version sheet-coming' : 'sheet-version'}
        >
          {when && (
            <h5>
              {state === 'coming' && <Icon of={CalendarClock} small />}
              {when}
            </h5>
          )}
          <Lines lines={lines} />
          <Parts parts={bands} />
          <Parts parts={by_hand} />
        </div>
      ))}
    </section>
  );
}

const Parts = ({ parts }: { parts: RulesPart[] }) =>
  parts.map(({ when, lines }) => (
    <div key={when}>
      <p class="sheet-when">{when}</p>
      <Lines lines={lines} />
    </div>
  ));

const Lines = ({ lines }: { lines: string[] }) =>
  lines.length > 0 && (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
