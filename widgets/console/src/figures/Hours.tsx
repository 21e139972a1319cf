import { useWords } from '../desk.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill, named as wordFor } from '../words/texts.ts';
import { Axis } from './Axis.tsx';
import { behind } from './addresses.ts';
import type { Drawn } from './ChartCard.tsx';
import { Column } from './Column.tsx';
import layout from './layout.json';
import { ceiling, named, share } from './scale.ts';
import { counted, written } from './writing.ts';

const NAMES = 8;

/** The hours of a day, once for each series and on one scale, so that they can be laid side by side. */
export function Hours({ chart, query, tone }: Drawn) {
  const { language } = useWords();
  const texts = usePageTexts('figures');
  const keys = [
    ...new Set(chart.rows.flatMap(({ series }) => series?.map(({ key }) => key) ?? [])),
  ];
  const values = chart.rows.flatMap(({ series }) => series?.map(({ value }) => value ?? 0) ?? []);
  const top = ceiling(Math.max(...values, 0));
  const few = chart.rows.some(({ series }) =>
    series?.some(({ value, of }) => value && of < layout.few),
  );
  return (
    <>
      {/* The same can be read, and opened, in the table. */}
      <div class="hours" aria-hidden="true">
        {keys.map((key) => (
          <div key={key} class="hours-part">
            <p class="hours-name">{wordFor(texts.series, key)}</p>
            <Axis unit={chart.unit} top={top}>
              {chart.rows.map((row, at) => {
                const piece = row.series?.find((it) => it.key === key);
                const some = piece?.value !== null && piece !== undefined && piece.of > 0;
                const says = some
                  ? `${row.label}: ${written(language, chart.unit, piece.value ?? 0)} ${fill(texts.of_n, { n: counted(language, piece.of) })}`
                  : `${row.label}: ${texts.nothing}`;
                return (
                  <Column
                    key={row.key}
                    says={says}
                    address={some && piece.drill ? behind(query, piece.drill) : null}
                    name={row.key}
                    named={named(at, chart.rows.length, NAMES)}
                  >
                    {some && (
                      <span
                        class={`column-fill tone-${tone} ${piece.of < layout.few ? 'column-few' : ''}`}
                        style={{ height: share(piece.value, top) }}
                      />
                    )}
                  </Column>
                );
              })}
            </Axis>
          </div>
        ))}
      </div>
      {few && <p class="hint">{fill(texts.few, { n: layout.few })}</p>}
    </>
  );
}
