import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Ban } from 'lucide';
import type { Proposal } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { stateInWords } from '../plan/words.ts';
import { moment } from '../words/moment.ts';
import { named } from '../words/texts.ts';
import { termsInWords } from './terms.ts';

/** What was wished for, what came of it, and the rule that stood in the way. */
export function Proposals({ of, currency }: { of: Proposal[]; currency: string | null }) {
  const { language, texts } = useWords();
  if (of.length === 0) return <section class="part part-none">{texts.case.no_proposals}</section>;
  return (
    <section class="part">
      <h2 class="part-title">{texts.case.proposals}</h2>
      <ol class="proposals">
        {of.map(({ at, terms, outcome, reasons, by_person: by }) => (
          <li key={at}>
            <p class="proposal-terms">{termsInWords(language, texts, terms, currency)}</p>
            <p class="proposal-outcome">
              <time dateTime={at}>{moment(language, at)}</time>
              {by && ` · ${by.made_by.name}`} ·{' '}
              {by ? stateInWords(texts, by) : named(texts.outcome, outcome)}
            </p>
            {reasons.map((reason) => (
              <p class="proposal-rule" key={reason}>
                <Icon of={Ban} small />
                {reason}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
