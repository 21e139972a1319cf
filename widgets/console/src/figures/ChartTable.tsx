import { useWords } from '../desk.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { named } from '../words/texts.ts';
import { behind } from './addresses.ts';
import type { Drawn } from './ChartCard.tsx';
import { stacked } from './tones.ts';
import { weekName } from './weeks.ts';
import type { ChartRow } from './wire.ts';
import { number, written } from './writing.ts';

/** All that the chart shows, and what it has no room for. */
export function ChartTable({ chart, query }: Drawn) {
  const { language } = useWords();
  const texts = usePageTexts('figures');
  const { unit, rows, total } = chart;
  const keys = stacked([
    ...new Set(rows.flatMap(({ series }) => series?.map((it) => it.key) ?? [])),
  ]);
  const labelOf = (key: string) => rows[0]?.series?.find((it) => it.key === key)?.label ?? key;
  const nameOf = (row: ChartRow) => {
    const week = weekName(row.key, texts.chips.week);
    return week === row.key ? row.label : `${week}, ${row.key.slice(0, 4)}`;
  };
  const cell = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : written(language, unit, value);
  const sumOf = (key: string) =>
    rows.reduce((sum, { series }) => sum + (series?.find((it) => it.key === key)?.value ?? 0), 0);
  const before = rows.some((row) => row.before !== null && row.before !== undefined);
  return (
    <div class="table-scroll">
      <table class="figures" aria-labelledby={`chart-${chart.chart}`}>
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{texts.columns.what}</span>
            </th>
            {keys.length === 0 && (
              <th scope="col" class="figure">
                {named(texts.units, unit)}
              </th>
            )}
            {keys.map((key) => (
              <th key={key} scope="col" class="figure">
                {labelOf(key)}
              </th>
            ))}
            {before && (
              <th scope="col" class="figure">
                {texts.columns.before}
              </th>
            )}
            <th scope="col" class="figure">
              {texts.columns.of}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.drill ? (
                  <a class="link" href={behind(query, row.drill)}>
                    {nameOf(row)}
                  </a>
                ) : (
                  nameOf(row)
                )}
              </th>
              {keys.length === 0 && <td class="figure">{cell(row.value)}</td>}
              {keys.map((key) => (
                <td key={key} class="figure">
                  {cell(row.series?.find((it) => it.key === key)?.value)}
                </td>
              ))}
              {before && <td class="figure">{cell(row.before)}</td>}
              <td class="figure">{number(language, row.of)}</td>
            </tr>
          ))}
        </tbody>
        {keys.length > 0 && unit === 'count' && (
          <tfoot>
            <tr>
              <th scope="row">{texts.columns.all}</th>
              {keys.map((key) => (
                <td key={key} class="figure">
                  {cell(sumOf(key))}
                </td>
              ))}
              <td class="figure">
                {number(
                  language,
                  rows.reduce((sum, { of }) => sum + of, 0),
                )}
              </td>
            </tr>
          </tfoot>
        )}
        {total && keys.length === 0 && (
          <tfoot>
            <tr>
              <th scope="row">{texts.columns.all}</th>
              <td class="figure">{cell(total.value)}</td>
              {before && <td />}
              <td class="figure">{number(language, total.of)}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
