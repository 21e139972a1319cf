import { money } from '@sovinto/ui/format.ts';
import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Ban } from 'lucide';
import { useWords } from '../../desk.ts';
import { counted, fill, named } from '../../words/texts.ts';
import { termsInWords } from '../terms.ts';
import { Fact } from './Facts.tsx';
import type { Proposed } from './wire.ts';

/** The latest proposal, the rule that stood in the way, and the offer that was shown. */
export function ProposedRow({ of, currency }: { of: Proposed[]; currency: string | null }) {
  const { language, texts } = useWords();
  const latest = of.at(-1);
  if (!latest) return null;
  const { shown } = latest;
  const earlier = of.length - 1;
  const rules = latest.refused_by.map(({ text }) => text).join(' ');
  return (
    <Fact label="proposed">
      <p>
        {[
          latest.kind !== 'plan' && named(texts.granting.kinds, latest.kind),
          termsInWords(language, texts, latest.terms, currency),
          !shown && named(texts.outcome, latest.outcome),
        ]
          .filter(Boolean)
          .join(' · ')}
        {earlier > 0 && (
          <span class="card-soft"> · {counted(language, texts.card.more, earlier)}</span>
        )}
      </p>
      {latest.refused_by.length > 0 && (
        <p class="proposal-rule" title={rules}>
          <Icon of={Ban} small />
          <span class="card-two-lines">{rules}</span>
        </p>
      )}
      {shown && (
        <p>
          {fill(texts.card.shown, {
            instalments: counted(language, texts.terms.instalments, shown.instalments),
            amount: money(language, shown.instalment, shown.currency),
          })}
        </p>
      )}
    </Fact>
  );
}
