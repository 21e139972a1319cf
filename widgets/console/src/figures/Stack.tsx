import { useWords } from '../desk.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { Axis } from './Axis.tsx';
import { behind } from './addresses.ts';
import type { Drawn } from './ChartCard.tsx';
import { Column } from './Column.tsx';
import { ceiling, named, share } from './scale.ts';
import { stacked, tonesOf } from './tones.ts';
import { weekName } from './weeks.ts';
import type { ChartRow } from './wire.ts';
import { roughly, written } from './writing.ts';

const NAMES = 9;

/** Parts of a whole, week by week; the names stand beside in the order of the stack. */
export function Stack({ chart, query }: Drawn) {
  const { language } = useWords();
  const texts = usePageTexts('figures');
  const keys = stacked([
    ...new Set(chart.rows.flatMap(({ series }) => series?.map(({ key }) => key) ?? [])),
  ]);
  // Drawn from the top down.
  const reversed = [...keys].reverse();
  const tones = tonesOf(keys);
  const top =
    chart.unit === 'percent' ? 100 : ceiling(Math.max(...chart.rows.map((row) => sum(row)), 0));
  const all = chart.rows.reduce((total, row) => total + sum(row), 0) || 1;
  const labelOf = (key: string) =>
    chart.rows[0]?.series?.find((it) => it.key === key)?.label ?? key;
  const said = (row: ChartRow, key: string) =>
    `${labelOf(key)}: ${written(language, chart.unit, partOf(row, key) ?? 0)}`;
  const ofAll = (key: string) =>
    chart.rows.reduce((total, row) => total + (partOf(row, key) ?? 0), 0);

  return (
    <div class="stack">
      {/* The same can be read, and opened, in the table. */}
      <div aria-hidden="true">
        <Axis unit={chart.unit} top={top}>
          {chart.rows.map((row, at) => (
            <Column
              key={row.key}
              address={row.drill ? behind(query, row.drill) : null}
              name={weekName(row.key, texts.chips.week_short)}
              named={named(at, chart.rows.length, NAMES)}
              says={[
                weekName(row.key, texts.chips.week),
                ...keys.map((key) => said(row, key)),
              ].join('\n')}
            >
              {reversed.map((key) => (
                <span
                  key={key}
                  class={`column-fill tone-${tones.get(key)}`}
                  style={{ height: share(partOf(row, key), top) }}
                />
              ))}
            </Column>
          ))}
        </Axis>
      </div>
      <ul class="stack-names">
        {reversed.map((key) => (
          <li key={key}>
            <span class={`swatch tone-${tones.get(key)}`} aria-hidden="true" />
            <span>{labelOf(key)}</span>
            <span class="stack-share">
              {roughly(language, 'percent', (ofAll(key) / all) * 100)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const partOf = (row: ChartRow, key: string): number | null =>
  row.series?.find((it) => it.key === key)?.value ?? null;

const sum = (row: ChartRow): number =>
  row.series?.reduce((total, { value }) => total + (value ?? 0), 0) ?? row.value ?? 0;
