import { date, money } from '@sovinto/ui/format.ts';
import type { Case } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { period } from '../figures/writing.ts';
import { rate } from '../words/rate.ts';
import { fill, named } from '../words/texts.ts';
import { sum } from './signs.ts';

/** How the interest is reckoned that is not booked yet: the days of each rate, on which principal. */
export function Interest({ of }: { of: Case }) {
  const { language, texts } = useWords();
  const { reckoning: words } = texts;
  const { interest, known_until: known, currency } = of.balance;
  if (!interest && !known) return null;
  const segments = interest?.segments ?? [];
  if (!known && segments.length === 0) {
    return <section class="part part-none">{words.no_interest}</section>;
  }
  return (
    <section class="part">
      <h2 class="part-title" id="interest">
        {words.interest}
        {interest && <span class="part-note">{named(words.basis, interest.basis)}</span>}
      </h2>
      {known && <p>{fill(words.known_until, { date: date(language, known) })}</p>}
      {segments.length > 0 && (
        <table class="figures" aria-labelledby="interest">
          <thead>
            <tr>
              <th scope="col">{words.period}</th>
              {[words.days, words.rate, words.on].map((column) => (
                <th key={column} scope="col" class="figure">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {segments.map((it, at) => (
              <tr key={`${at} ${it.from}`}>
                <td>{period(language, it.from, it.to)}</td>
                <td class="figure">{it.days}</td>
                <td class="figure">{rate(language, it.rate)}</td>
                <td class="figure">{money(language, it.principal, currency)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {texts.case.sum}
              </th>
              <td class="figure">{money(language, notBooked(of), currency)}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  );
}

/** The interest in what is owed that no line of the ledger has. */
const notBooked = ({ balance, ledger }: Case): number => {
  const interest = (of: { kind: string; amount: number }[]) =>
    sum(of.filter(({ kind }) => kind === 'interest'));
  return interest(balance.parts) - interest(ledger);
};
