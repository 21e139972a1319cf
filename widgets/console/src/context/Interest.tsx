import { date, money } from '@sovinto/ui/format.ts';
import type { Balance } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { period } from '../figures/writing.ts';
import { rate } from '../words/rate.ts';
import { fill, named } from '../words/texts.ts';

/** How the interest is reckoned that is not booked yet: the days of each rate, on which principal. */
export function Interest({ of }: { of: Balance }) {
  const { language, texts } = useWords();
  const { reckoning: words } = texts;
  const { interest, known_until: known } = of;
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
                <td class="figure">{money(language, it.principal, of.currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
