import { date, money } from '@sovinto/ui/format.ts';
import type { Balance, Ceiling, Fee } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { fill, named } from '../words/texts.ts';

/** Each fee with the most that the law lets it be, and where that stands. */
export function Fees({ of }: { of: Balance }) {
  const { texts } = useWords();
  if (of.fees.length === 0) return null;
  return (
    <section class="part">
      <h2 class="part-title" id="fees">
        {texts.reckoning.fees}
      </h2>
      <ul class="fees" aria-labelledby="fees">
        {of.fees.map((fee, at) => (
          <One key={`${at} ${fee.booked_on}`} of={fee} currency={of.currency} />
        ))}
      </ul>
    </section>
  );
}

function One({ of, currency }: { of: Fee; currency: string }) {
  const { language, texts } = useWords();
  const { entries, reckoning: words } = texts;
  const left = of.paid === null ? 0 : of.amount - of.paid;
  return (
    <li>
      <p class="fee-head">
        <span>{of.text || entries.fee}</span>
        <span class="figure">{money(language, of.amount, currency)}</span>
      </p>
      <p class="fee-line">
        {[
          date(language, of.booked_on),
          limit(of.ceiling),
          of.paid ? (left > 0 ? fill(words.left, { amount: amount(left) }) : words.paid) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {of.ceiling && <p class="fee-source">{sourced(of.ceiling)}</p>}
    </li>
  );

  function amount(minor: number): string {
    return money(language, minor, currency);
  }

  function limit(ceiling: Ceiling | null): string {
    if (!ceiling || ceiling.amount === null) return words.no_ceiling;
    return fill(words.ceiling, { amount: amount(ceiling.amount) });
  }

  function sourced({ source, effective_from: since, confidence }: Ceiling): string {
    return [
      fill(words.source, { source }),
      since && fill(words.since, { date: date(language, since) }),
      named(words.confidence, confidence),
    ]
      .filter(Boolean)
      .join(' · ');
  }
}
