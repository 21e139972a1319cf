import { MessagesSquare } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { sentenceOf, useAnswer } from '../api/useAnswer.ts';
import { useClients } from '../clients/useClients.ts';
import { useDesk, useWords } from '../desk.ts';
import { Empty } from '../frame/Empty.tsx';
import { Failed } from '../frame/Failed.tsx';
import { changed, withQuery } from '../frame/useQuery.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { ConversationRow } from './ConversationRow.tsx';
import { learnClients } from './clientNames.ts';
import type { ConversationPage } from './wire.ts';

const ASK = 'figures/conversations';

/** The newest first, fifty at a time. */
export function ConversationList({ query, open }: { query: URLSearchParams; open: string | null }) {
  const { client } = useDesk();
  const { frame } = useWords().texts;
  const { conversations: texts, columns } = usePageTexts('figures');
  const [trouble, setTrouble] = useState('');
  const key = query.toString();
  const page = useAnswer(key, () => client.call<ConversationPage>('GET', withQuery(ASK, query)));
  // Opened by its own address, nothing has told the clients' names yet.
  const clients = useClients();
  useEffect(() => {
    if (clients.length > 0) learnClients(clients);
  }, [clients]);
  useEffect(() => setTrouble(''), [key]);

  const older = async () => {
    const last = page.value?.items.at(-1);
    if (!page.value || !last) return;
    try {
      const before = String(last.seq);
      const next = await client.call<ConversationPage>(
        'GET',
        withQuery(ASK, changed(query, { before })),
      );
      page.set({ items: [...page.value.items, ...next.items], more: next.more });
      setTrouble('');
    } catch (error) {
      setTrouble(sentenceOf(error, frame.failed));
    }
  };

  if (page.problem) return <Failed problem={page.problem} again={page.again} />;
  if (!page.value) return <p class="loading">{frame.loading}</p>;
  if (page.value.items.length === 0) return <Empty icon={MessagesSquare} {...texts.empty} />;
  return (
    <div class="behind-rows" aria-busy={page.busy}>
      <table class="list list-stacks list-behind" aria-label={texts.title}>
        <thead>
          <tr>
            <th scope="col">{texts.begun}</th>
            <th scope="col">{texts.client}</th>
            <th scope="col" class="list-extra">
              {texts.language}
            </th>
            <th scope="col" class="list-extra">
              {texts.channel}
            </th>
            <th scope="col" class="figure">
              {texts.turns}
            </th>
            <th scope="col" class="figure">
              {texts.missed}
            </th>
            <th scope="col">{columns.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {page.value.items.map((it) => (
            <ConversationRow key={it.id} conversation={it} query={query} open={it.id === open} />
          ))}
        </tbody>
      </table>
      {trouble && (
        <p class="notice notice-bad" role="alert">
          {trouble}
        </p>
      )}
      {page.value.more && (
        <button type="button" class="button list-more" onClick={() => void older()}>
          {texts.older}
        </button>
      )}
    </div>
  );
}
