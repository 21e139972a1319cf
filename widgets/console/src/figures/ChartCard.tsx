import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Download, Table } from 'lucide';
import { useState } from 'preact/hooks';
import { useAnswer } from '../api/useAnswer.ts';
import type { Client } from '../api/wire.ts';
import { useDesk } from '../desk.ts';
import { About } from '../frame/About.tsx';
import { Failed } from '../frame/Failed.tsx';
import { withQuery } from '../frame/useQuery.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { csvOf } from './addresses.ts';
import { Bars } from './Bars.tsx';
import { ChartChoice } from './ChartChoice.tsx';
import { ChartTable } from './ChartTable.tsx';
import { Hours } from './Hours.tsx';
import { Stack } from './Stack.tsx';
import type { Chart } from './wire.ts';

export interface Drawn {
  chart: Chart;
  query: URLSearchParams;
  /** What the colour means, the same on every chart. */
  tone: string;
  clients: Client[];
}

interface Props {
  name: string;
  /** Charts that share its place; one of them is shown. */
  also?: string[];
  kind: string;
  tone: string;
  wide?: boolean;
  query: URLSearchParams;
  clients: Client[];
}

const kinds: Record<string, (drawn: Drawn) => preact.JSX.Element> = {
  bars: Bars,
  hours: Hours,
  stack: Stack,
};

/** One question, answered by one chart; behind it the same as a table, and as a file. */
export function ChartCard({ name, also = [], kind, tone, wide = false, query, clients }: Props) {
  const { client } = useDesk();
  const texts = usePageTexts('figures');
  const [asTable, showTable] = useState(false);
  const [shown, show] = useState(name);
  const answer = useAnswer(`${shown} ${query}`, () =>
    client.call<Chart>('GET', withQuery(`figures/${shown}`, query)),
  );
  const chart = answer.value;
  const heading = `chart-${name}`;
  const Drawing = kinds[kind] ?? Bars;
  const empty = chart && !chart.rows.some(({ of, value }) => of || value);
  const drawn = chart && { chart, query, tone, clients };

  return (
    <section
      class={wide ? 'chart-card chart-wide' : 'chart-card'}
      aria-labelledby={heading}
      aria-busy={answer.busy}
    >
      <header class="chart-head">
        <h2 id={heading}>{chart?.question ?? '\u00a0'}</h2>
        {chart && !empty && (
          <div class="chart-acts">
            <button
              type="button"
              class="button quiet"
              aria-pressed={asTable}
              aria-describedby={heading}
              onClick={() => showTable(!asTable)}
            >
              <Icon of={Table} small />
              {texts.table}
            </button>
            <a class="button quiet" href={csvOf(shown, query)} download aria-describedby={heading}>
              <Icon of={Download} small />
              {texts.csv}
            </a>
          </div>
        )}
      </header>
      {also.length > 0 && (
        <ChartChoice of={[name, ...also]} shown={shown} heading={heading} onPick={show} />
      )}
      {answer.problem && <Failed problem={answer.problem} again={answer.again} />}
      {!chart && !answer.problem && <div class="chart-waiting" aria-hidden="true" />}
      {empty && !answer.problem && <p class="chart-none">{texts.nothing}</p>}
      {drawn && !empty && !answer.problem && (
        <>
          {asTable ? <ChartTable {...drawn} /> : <Drawing {...drawn} />}
          <About label={texts.about}>{drawn.chart.definition}</About>
        </>
      )}
    </section>
  );
}
