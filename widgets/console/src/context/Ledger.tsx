import { dayOf, money, shortDate } from '@sovinto/ui/format.ts';
import type { Case } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { named } from '../words/texts.ts';
import { signed, sum } from './signs.ts';

export function Ledger({ of }: { of: Case }) {
  const { language, texts } = useWords();
  const words = texts.case;
  const { currency, total } = of.balance;
  const entries = signed(of.ledger, total ?? sum(of.ledger));
  if (entries.length === 0) return null;
  return (
    <section class="part">
      <h2 class="part-title" id="ledger">
        {words.ledger}
      </h2>
      <table class="figures" aria-labelledby="ledger">
        <thead>
          <tr>
            <th scope="col">{words.date}</th>
            <th scope="col">{words.entry}</th>
            <th scope="col" class="figure">
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, at) => (
            <tr key={`${at} ${entry.at}`}>
              <td class="ledger-date">{shortDate(language, dayOf(entry.at))}</td>
              <td>{entry.text || named(texts.entries, entry.kind)}</td>
              <td class="figure">{money(language, entry.amount, currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {words.sum}
            </th>
            <td class="figure">{money(language, sum(entries), currency)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
