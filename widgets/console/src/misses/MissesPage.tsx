import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { FolderX } from 'lucide';
import { useAnswer } from '../api/useAnswer.ts';
import { useClients } from '../clients/useClients.ts';
import { useDesk } from '../desk.ts';
import { only, useQuery, withQuery } from '../frame/useQuery.ts';
import '../styles/misses.css';
import '../styles/pages.css';
import { usePageTexts } from '../words/pageTexts.ts';
import { MissFilters } from './MissFilters.tsx';
import { MissList } from './MissList.tsx';
import { MissTabs } from './MissTabs.tsx';
import type { Intents, MissPage } from './wire.ts';

const FILTERS = ['state', 'language', 'client', 'from', 'to'];

/** What was not understood, and what it should have been taken for. */
export function MissesPage() {
  const { client } = useDesk();
  const texts = usePageTexts('misses');
  const [query, change] = useQuery();
  const filters = only(query, FILTERS);
  if (!filters.get('state')) filters.set('state', 'open');
  const state = filters.get('state') ?? 'open';
  const page = useAnswer(filters.toString(), () =>
    client.call<MissPage>('GET', withQuery('misses', filters)),
  );
  const intents = useAnswer('intents', () => client.call<Intents>('GET', 'misses/intents'));
  const clients = useClients();
  const languages = [...new Set(clients.flatMap((it) => it.languages))].sort();
  const copy = intents.value?.working_copy;

  return (
    <main id="page" class="page" tabIndex={-1} aria-busy={page.busy}>
      <div class="page-body page-narrow">
        <div class="page-head">
          <h1>{texts.title}</h1>
          <p class="page-lead">{texts.lead}</p>
        </div>
        {copy && !copy.ready && (
          <p class="notice notice-warn" role="status">
            <Icon of={FolderX} small />
            {copy.says}
          </p>
        )}
        <MissFilters query={query} change={change} clients={clients} languages={languages} />
        <MissTabs
          state={state}
          counts={page.value?.counts}
          onShow={(it) => change({ state: it })}
        />
        <MissList
          key={filters.toString()}
          state={state}
          filters={filters}
          page={page}
          languages={languages}
          intents={intents.value?.intents ?? []}
          ready={copy?.ready ?? false}
        />
      </div>
    </main>
  );
}
