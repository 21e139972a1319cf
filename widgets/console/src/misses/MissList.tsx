import { CircleCheck, Inbox } from 'lucide';
import { useState } from 'preact/hooks';
import { type Answer, sentenceOf } from '../api/useAnswer.ts';
import { useDesk, useWords } from '../desk.ts';
import { Empty } from '../frame/Empty.tsx';
import { Failed } from '../frame/Failed.tsx';
import { changed, withQuery } from '../frame/useQuery.ts';
import { useCommand } from '../keyboard/commands.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { MissRow } from './MissRow.tsx';
import type { Intent, Miss, MissPage } from './wire.ts';

interface Props {
  state: string;
  filters: URLSearchParams;
  page: Answer<MissPage>;
  intents: Intent[];
  languages: string[];
  /** Whether there is a working copy to write to. */
  ready: boolean;
}

/** One of them is open at a time; what has been done with one stays in its place, to be taken back. */
export function MissList({ state, filters, page, intents, languages, ready }: Props) {
  const { client } = useDesk();
  const { frame } = useWords().texts;
  const texts = usePageTexts('misses');
  const [chosen, choose] = useState<number | null>(null);
  const [trouble, setTrouble] = useState('');
  const items = page.value?.items ?? [];
  const open = chosen ?? items[0]?.id ?? null;
  const at = items.findIndex(({ id }) => id === open);

  const go = (to: number) => {
    const next = items[Math.min(items.length - 1, Math.max(0, to))];
    if (!next) return;
    choose(next.id);
    requestAnimationFrame(() => document.getElementById(`miss-${next.id}`)?.focus());
  };
  useCommand('next', () => go(at + 1));
  useCommand('previous', () => go(at - 1));

  const put = (miss: Miss) => {
    if (!page.value) return;
    const before = items.find(({ id }) => id === miss.id)?.state ?? miss.state;
    const counts = { ...page.value.counts };
    counts[before] -= 1;
    counts[miss.state] += 1;
    page.set({
      ...page.value,
      counts,
      items: items.map((it) => (it.id === miss.id ? miss : it)),
    });
  };
  const onDone = (miss: Miss) => {
    put(miss);
    const next = items.slice(at + 1).find((it) => it.state === 'open');
    if (next) go(items.indexOf(next));
  };
  const older = async () => {
    if (!page.value) return;
    try {
      const next = await client.call<MissPage>(
        'GET',
        withQuery('misses', changed(filters, { offset: String(items.length) })),
      );
      page.set({ ...next, items: [...items, ...next.items] });
      setTrouble('');
    } catch (error) {
      setTrouble(sentenceOf(error, frame.failed));
    }
  };

  if (page.problem) return <Failed problem={page.problem} again={page.again} />;
  if (!page.value) return <div class="chart-waiting" aria-hidden="true" />;
  if (items.length === 0) {
    const words: Record<string, { title: string; text: string }> = texts.empty;
    const said = words[state] ?? texts.empty.open;
    return <Empty icon={state === 'open' ? CircleCheck : Inbox} {...said} />;
  }
  return (
    <>
      <ol class="misses" aria-label={texts.title}>
        {items.map((miss) => (
          <MissRow
            key={miss.id}
            miss={miss}
            intents={intents}
            languages={languages}
            ready={ready}
            open={miss.id === open}
            onOpen={() => choose(miss.id)}
            onDone={onDone}
            onChanged={put}
          />
        ))}
      </ol>
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
    </>
  );
}
