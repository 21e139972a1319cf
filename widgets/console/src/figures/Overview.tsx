import { ChartNoAxesColumn } from 'lucide';
import { useAnswer } from '../api/useAnswer.ts';
import { useDesk } from '../desk.ts';
import { Empty } from '../frame/Empty.tsx';
import { Failed } from '../frame/Failed.tsx';
import { only, withQuery } from '../frame/useQuery.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { FILTERS } from './addresses.ts';
import { ChartCard } from './ChartCard.tsx';
import { learnClients } from './clientNames.ts';
import { Filters } from './Filters.tsx';
import layout from './layout.json';
import { periodOf } from './periods.ts';
import { Tiles } from './Tiles.tsx';
import { useDays } from './useDays.ts';
import type { Summary } from './wire.ts';

export function Overview() {
  const { client } = useDesk();
  const texts = usePageTexts('figures');
  const [query, change] = useDays();
  const filters = only(query, FILTERS);
  const summary = useAnswer(filters.toString(), async () => {
    const answer = await client.call<Summary>('GET', withQuery('figures', filters));
    learnClients(answer.clients);
    return answer;
  });
  const counted = summary.value?.figures.find(({ name }) => name === 'conversations');
  const nothing = summary.value !== null && !counted?.value;

  return (
    <main id="page" class="page" tabIndex={-1} aria-busy={summary.busy}>
      <div class="page-body">
        <div class="page-head">
          <h1>{texts.title}</h1>
        </div>
        <Filters summary={summary.value} query={query} change={change} />
        {summary.problem && <Failed problem={summary.problem} again={summary.again} />}
        {nothing && !summary.problem && (
          <Empty icon={ChartNoAxesColumn} {...texts.empty}>
            <button
              type="button"
              class="button"
              onClick={() =>
                change({ ...periodOf('days_365'), client: null, language: null, channel: null })
              }
            >
              {texts.empty_wider}
            </button>
          </Empty>
        )}
        {!nothing && !summary.problem && (
          <>
            <Tiles figures={summary.value?.figures ?? null} busy={summary.busy} />
            <div class="charts">
              {layout.charts.map(({ name, ...drawn }) => (
                <ChartCard
                  key={name}
                  name={name}
                  query={filters}
                  clients={summary.value?.clients ?? []}
                  {...drawn}
                />
              ))}
            </div>
          </>
        )}
      </div>
    </main>
  );
}
