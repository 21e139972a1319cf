import { useWords } from '../desk.ts';
import { ClientDot } from '../queue/ClientDot.tsx';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill } from '../words/texts.ts';
import { behind } from './addresses.ts';
import type { Drawn } from './ChartCard.tsx';
import layout from './layout.json';
import { share } from './scale.ts';
import { counted, written } from './writing.ts';

/** Lying bars from nought, each with its name and its figure; a bar opens what it is made of. */
export function Bars({ chart, query, tone, clients }: Drawn) {
  const { language } = useWords();
  const texts = usePageTexts('figures');
  const sorted = [...chart.rows].sort((one, other) => (other.value ?? -1) - (one.value ?? -1));
  const shown = sorted.slice(0, layout.bars_shown);
  const top = Math.max(...shown.map(({ value }) => value ?? 0)) || 1;
  const more = chart.rows.length - shown.length;
  return (
    <>
      <ol class="bars">
        {shown.map((row) => {
          const client = clients.find(({ id }) => id === row.key);
          const title = fill(texts.of_n, { n: counted(language, row.of) });
          const inside = (
            <>
              <span class="bar-label">{client ? <ClientDot client={client} /> : row.label}</span>
              <span class="bar-track" aria-hidden="true">
                <span class={`bar-fill tone-${tone}`} style={{ width: share(row.value, top) }} />
              </span>
              <span class="bar-value">
                {row.value === null ? '–' : written(language, chart.unit, row.value)}
                {chart.unit === 'percent' && <span class="bar-of">{title}</span>}
              </span>
            </>
          );
          return (
            <li key={row.key}>
              {row.drill ? (
                <a class="bar" href={behind(query, row.drill)} title={title}>
                  {inside}
                </a>
              ) : (
                <span class="bar" title={title}>
                  {inside}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {more > 0 && <p class="hint">{counted(language, more, texts.more_in_table)}</p>}
    </>
  );
}
