import { date, money } from '@sovinto/ui/format.ts';
import type { Balance, Paid } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { fill, named } from '../words/texts.ts';

/** Each payment, and what it went to in the order that holds for the case. */
export function Payments({ of }: { of: Balance }) {
  const { language, texts } = useWords();
  const { parts, reckoning: words } = texts;
  if (of.payments.length === 0) return null;
  const amount = (minor: number) => money(language, minor, of.currency);
  return (
    <section class="part">
      <h2 class="part-title" id="payments">
        {words.payments}
      </h2>
      <ul class="fees" aria-labelledby="payments">
        {of.payments.map((paid, at) => (
          <li key={`${at} ${paid.paid_on}`}>
            <p class="fee-head">
              <span>{date(language, paid.paid_on)}</span>
              <span class="figure">{amount(paid.amount)}</span>
            </p>
            <p class="fee-line">
              {[
                ...Object.entries(paid.allocated).map(
                  ([kind, part]) => `${named(parts, kind)} ${amount(part)}`,
                ),
                tooMuch(paid) > 0 && fill(words.too_much, { amount: amount(tooMuch(paid)) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const tooMuch = ({ amount, allocated }: Paid): number =>
  amount - Object.values(allocated).reduce((all, part) => all + part, 0);
