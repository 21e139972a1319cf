import { day, money } from '@sovinto/ui/format.ts';
import { useWords } from '../desk.ts';
import { counted, fill } from '../words/texts.ts';
import { Dates } from './Dates.tsx';
import type { Offer } from './wire.ts';

/** What an offer means: what is paid when, what it costs, and what it comes to otherwise. */
export function Figures({ of }: { of: Offer }) {
  const { language, texts } = useWords();
  const { granting, cards } = texts;
  const amount = (minor: number) => money(language, minor, of.currency);
  const first = of.schedule[0];
  const { fee, notices, interest } = of.costs;
  const costs = [
    [granting.costs.fee, fee],
    [granting.costs.notices, notices],
    [granting.costs.interest, interest],
  ].filter((cost): cost is [string, number] => Number(cost[1]) > 0);
  if (of.kind === 'deferral' && first) {
    return (
      <div class="plan-figures">
        <p class="plan-each">{day(language, first.due)}</p>
      </div>
    );
  }
  return (
    <div class="plan-figures">
      <p class="plan-each">{amount(of.instalment)}</p>
      <p class="plan-line">
        {[
          counted(language, cards.instalments, of.instalments),
          first && fill(granting.first, { date: day(language, first.due) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <dl class="plan-sums">
        <div>
          <dt>{texts.case.total}</dt>
          <dd class="figure">{amount(of.total)}</dd>
        </div>
        {costs.map(([name, cost]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="figure">{amount(cost)}</dd>
          </div>
        ))}
        {of.forgiven > 0 && (
          <div>
            <dt>{granting.forgiven}</dt>
            <dd class="figure">{amount(of.forgiven)}</dd>
          </div>
        )}
      </dl>
      {costs.length === 0 && <p class="plan-line">{granting.no_costs}</p>}
      <Compare of={of} />
      {of.schedule.length > 1 && <Dates of={of} />}
    </div>
  );
}

/** Three totals side by side. */
function Compare({ of }: { of: Offer }) {
  const { language, texts } = useWords();
  const words = texts.granting.compared;
  if (!of.compared) return null;
  const { today, plan, waiting, waiting_until: until } = of.compared;
  const sums: [string, number | null][] = [
    [words.today, today],
    [words.plan, plan],
    [fill(words.waiting, { date: day(language, until) }), waiting],
  ];
  return (
    <dl class="plan-compared" aria-label={words.title}>
      {sums.map(([name, sum]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{sum === null ? words.unknown : money(language, sum, of.currency)}</dd>
        </div>
      ))}
    </dl>
  );
}
