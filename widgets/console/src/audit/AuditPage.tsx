import { ScrollText } from 'lucide';
import { useState } from 'preact/hooks';
import { sentenceOf, useAnswer } from '../api/useAnswer.ts';
import { useDesk, useWords } from '../desk.ts';
import { Empty } from '../frame/Empty.tsx';
import { Failed } from '../frame/Failed.tsx';
import { changed, only, useQuery, withQuery } from '../frame/useQuery.ts';
import '../styles/pages.css';
import { usePageTexts } from '../words/pageTexts.ts';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditTable } from './AuditTable.tsx';
import { EVERYBODY, kindIn } from './kinds.ts';
import type { AuditPageOf } from './wire.ts';

const FILTERS = ['from', 'to', 'actor', 'act', 'case'];

export function AuditPage() {
  const { client } = useDesk();
  const { frame } = useWords().texts;
  const texts = usePageTexts('audit');
  const [query, change] = useQuery();
  const [trouble, setTrouble] = useState('');
  const kind = kindIn(query);
  const filters = changed(only(query, FILTERS), { kind: kind === EVERYBODY ? null : kind });
  const ask = (of: URLSearchParams) => client.call<AuditPageOf>('GET', withQuery('audit', of));
  const page = useAnswer(filters.toString(), () => ask(filters));

  const older = async () => {
    const last = page.value?.items.at(-1);
    if (!page.value || !last) return;
    try {
      const next = await ask(changed(filters, { before: String(last.seq) }));
      page.set({ items: [...page.value.items, ...next.items], more: next.more });
      setTrouble('');
    } catch (error) {
      setTrouble(sentenceOf(error, frame.failed));
    }
  };

  return (
    <main id="page" class="page" tabIndex={-1} aria-busy={page.busy}>
      <div class="page-body">
        <div class="page-head">
          <h1>{texts.title}</h1>
          <p class="page-lead">{texts.lead}</p>
        </div>
        <AuditFilters query={query} change={change} />
        {page.problem && <Failed problem={page.problem} again={page.again} />}
        {!page.value && !page.problem && <div class="chart-waiting" aria-hidden="true" />}
        {!page.problem && page.value?.items.length === 0 && (
          <Empty icon={ScrollText} {...texts.empty} />
        )}
        {!page.problem && page.value && page.value.items.length > 0 && (
          <AuditTable rows={page.value.items} />
        )}
        {trouble && (
          <p class="notice notice-bad" role="alert">
            {trouble}
          </p>
        )}
        {page.value?.more && (
          <button type="button" class="button list-more" onClick={() => void older()}>
            {texts.older}
          </button>
        )}
      </div>
    </main>
  );
}
