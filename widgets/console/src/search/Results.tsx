import { Inbox } from 'lucide';
import { useDesk, useWords } from '../desk.ts';
import { Empty } from '../frame/Empty.tsx';
import { FoundRow } from './FoundRow.tsx';

/** What was found, in the place of the lists. */
export function Results({ open }: { open: string | null }) {
  const { search } = useDesk();
  const { texts } = useWords();
  const { search: words } = texts;
  const { value: found } = search.found;
  const problem = search.problem.value;

  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    if (event.key === 'Escape') search.clear();
    if (!step || !(event.currentTarget instanceof HTMLElement)) return;
    event.preventDefault();
    event.stopPropagation();
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.found-link')];
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (at + step < 0) document.querySelector<HTMLElement>('.search-box input')?.focus();
    else links[Math.min(links.length - 1, at + step)]?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links within.
    <div class="rows found" onKeyDown={move}>
      <p class="found-head" role="status">
        {search.busy.value && !found
          ? texts.frame.loading
          : found && found.length > 0
            ? words.newest
            : ''}
        <button type="button" class="link" onClick={() => search.clear()}>
          {words.leave}
        </button>
      </p>
      {problem !== null && (
        <p class="strip strip-warn" role="alert">
          {problem || texts.frame.failed}
          <button type="button" class="link" onClick={() => void search.ask()}>
            {texts.frame.retry}
          </button>
        </p>
      )}
      {/* Who could not ask has not been told that there is nothing. */}
      {problem === null && found?.length === 0 && <Empty icon={Inbox} {...words.nothing} />}
      {found && found.length > 0 && (
        <ul aria-label={words.results}>
          {found.map((it) => (
            <FoundRow
              key={it.handoff.conversation}
              found={it}
              words={search.words.value}
              open={it.handoff.conversation === open}
            />
          ))}
        </ul>
      )}
      {search.more.value && (
        <p class="found-more">
          <button type="button" class="button wide" onClick={() => void search.older()}>
            {words.older}
          </button>
        </p>
      )}
    </div>
  );
}
