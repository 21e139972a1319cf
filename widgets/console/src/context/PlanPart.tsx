import { money } from '@sovinto/ui/format.ts';
import type { Plan } from '../api/wire.ts';
import type { Work } from '../conversation/work.ts';
import { useWords } from '../desk.ts';
import { Dates } from '../plan/Dates.tsx';
import { Undo } from '../plan/Undo.tsx';
import { counted, fill, named } from '../words/texts.ts';

/** The PDF that the debtor can take too; the browser saves it under the name that it comes with. */
const confirmationOf = (plan: string): string =>
  `/api/staff/plans/${encodeURIComponent(plan)}/confirmation`;

export function PlanPart({ work, plan }: { work: Work; plan: Plan | null }) {
  const { language, texts } = useWords();
  const words = texts.case;
  if (!plan) return <section class="part part-none">{words.no_plan}</section>;
  const amount = (minor: number) => money(language, minor, plan.currency);
  return (
    <section class="part">
      <h2 class="part-title">
        {plan.kind === 'settlement' ? texts.granting.kinds.settlement : words.plan}
        <span class="part-note">{named(texts.plan_status, plan.status)}</span>
      </h2>
      <p>
        {[
          fill(words.plan_each, { amount: amount(plan.instalment) }),
          counted(language, texts.cards.instalments, plan.instalments),
          fill(texts.cards.in_all, { amount: amount(plan.total) }),
        ].join(' · ')}
      </p>
      <Dates of={plan} />
      <p>
        <a class="link" href={confirmationOf(plan.id)} download>
          {words.confirmation}
        </a>
      </p>
      <Undo work={work} plan={plan} />
    </section>
  );
}
