import { useLocation } from 'preact-iso';
import { useDesk, useWords } from '../desk.ts';
import { conversationIn } from '../frame/addresses.ts';
import { useCommand } from '../keyboard/commands.ts';
import { Results } from '../search/Results.tsx';
import { SearchBox } from '../search/SearchBox.tsx';
import { Rows } from './Rows.tsx';
import { Tabs } from './Tabs.tsx';
import { TakeNext } from './TakeNext.tsx';

export function QueuePane() {
  const { queue, search } = useDesk();
  const { frame } = useWords().texts;
  const { path } = useLocation();
  const searching =
    search.found.value !== null || search.busy.value || search.problem.value !== null;

  const move = (step: 1 | -1) => {
    const next = queue.move(step, conversationIn(path));
    // The row may only be drawn after the list has scrolled to it.
    if (next) requestAnimationFrame(() => document.getElementById(`row-${next.id}`)?.focus());
  };
  useCommand('next', () => move(1));
  useCommand('previous', () => move(-1));

  return (
    <section
      id="queue"
      class="pane queue"
      aria-label={frame.queue}
      tabIndex={-1}
      onKeyDown={(event) => {
        const inList = event.target instanceof Element && event.target.closest('.rows');
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!inList || !step) return;
        event.preventDefault();
        move(step as 1 | -1);
      }}
    >
      <TakeNext />
      <SearchBox />
      {searching ? (
        <Results open={conversationIn(path)} />
      ) : (
        <>
          <Tabs />
          <Rows />
        </>
      )}
    </section>
  );
}
