import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { TriangleAlert } from 'lucide';
import type { Handoff } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { named } from '../words/texts.ts';

/** Why a person is asked for, what the debtor wants, and the five lines that sum it up. */
export function Why({ handoff, summary }: { handoff: Handoff; summary: string[] }) {
  const { texts } = useWords();
  const crisis = handoff.priority > 0;
  return (
    <div class="why">
      <dl class="facts">
        <div>
          <dt>{texts.case.reason}</dt>
          <dd class={crisis ? 'why-crisis' : 'why-reason'}>
            {crisis && <Icon of={TriangleAlert} small />}
            {named(texts.reasons, handoff.reason)}
          </dd>
        </div>
        {handoff.wish && (
          <div>
            <dt>{texts.case.wish}</dt>
            <dd class="why-wish" lang={handoff.language} title={handoff.wish}>
              {handoff.wish}
            </dd>
          </div>
        )}
      </dl>
      {summary.length > 0 && (
        <ul class="summary" aria-label={texts.case.summary}>
          {summary.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
