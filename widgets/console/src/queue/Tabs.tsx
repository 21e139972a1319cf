import { useRef } from 'preact/hooks';
import type { QueueState } from '../api/wire.ts';
import { useDesk, useWords } from '../desk.ts';

const states: QueueState[] = ['waiting', 'mine', 'taken', 'closed'];

export function Tabs() {
  const { queue } = useDesk();
  const { texts } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const shown = queue.tab.value;

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = (states.indexOf(shown) + step + states.length) % states.length;
    queue.show(states[at] ?? 'waiting');
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus();
  };

  return (
    <div ref={list} class="tabs" role="tablist" aria-label={texts.queue.tabs} onKeyDown={onKeyDown}>
      {states.map((state) => {
        const count = queue.counts.value[state];
        return (
          <button
            key={state}
            type="button"
            role="tab"
            id={`tab-${state}`}
            class="tab"
            aria-selected={state === shown}
            aria-controls="queue-list"
            tabIndex={state === shown ? 0 : -1}
            onClick={() => queue.show(state)}
          >
            {texts.queue[state]}
            {count ? <span class="tab-count">{count}</span> : null}
          </button>
        );
      })}
    </div>
  );
}
