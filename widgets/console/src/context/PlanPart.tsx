import { date, money } from '@sovinto/ui/format.ts';
import type { Plan } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { counted, fill, named } from '../words/texts.ts';

/** The PDF that the debtor can take too; the browser saves it under the name that it comes with. */
const confirmationOf = (plan: string): string =>
  `/api/staff/plans/${encodeURIComponent(plan)}/confirmation`;

export function PlanPart({ plan }: { plan: Plan | null }) {
  const { language, texts } = useWords();
  const words = texts.case;
  if (!plan) return <section class="part part-none">{words.no_plan}</section>;
  const amount = (minor: number) => money(language, minor, plan.currency);
  return (
    <section class="part">
      <h2 class="part-title">
        {words.plan}
        <span class="part-note">{named(texts.plan_status, plan.status)}</span>
      </h2>
      <p>
        {[
          fill(words.plan_each, { amount: amount(plan.instalment) }),
          counted(language, texts.cards.instalments, plan.instalments),
          fill(texts.cards.in_all, { amount: amount(plan.total) }),
        ].join(' · ')}
      </p>
      <details class="fold">
        <summary>{words.schedule}</summary>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{words.due}</th>
              <th scope="col" class="figure">
                {words.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.schedule.map((it) => (
              <tr key={it.due}>
                <td>{date(language, it.due)}</td>
                <td class="figure">{amount(it.amount)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              <td class="figure">{amount(plan.total)}</td>
            </tr>
          </tfoot>
        </table>
      </details>
      <p>
        <a class="link" href={confirmationOf(plan.id)} download>
          {words.confirmation}
        </a>
      </p>
    </section>
  );
}
