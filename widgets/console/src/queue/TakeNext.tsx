import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { ListFilter } from 'lucide';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useDesk, useWords } from '../desk.ts';
import { conversationAt } from '../frame/addresses.ts';
import { useCommand } from '../keyboard/commands.ts';
import { Tip } from '../keyboard/Tip.tsx';
import { FilterRow } from './FilterRow.tsx';
import { filters, isNarrowed } from './filters.ts';

/** Above the list: the next one with one press, and what the list shows. */
export function TakeNext() {
  const desk = useDesk();
  const { texts } = useWords();
  const { route } = useLocation();
  const [narrowing, setNarrowing] = useState(false);
  const busy = desk.next.busy.value;
  const refusal = desk.next.refusal.value;
  const narrowed = isNarrowed(filters.value);

  const take = () => {
    void desk.takeNext().then((id) => {
      if (id) route(conversationAt(id));
    });
  };
  useCommand('next_best', take);

  return (
    <div class="queue-acts">
      <div class="queue-next">
        <button
          type="button"
          class="button primary"
          aria-keyshortcuts="g"
          aria-disabled={busy}
          onClick={take}
        >
          {busy ? texts.queue.taking_next : texts.queue.take_next}
          <Tip command="next_best" side="start" />
        </button>
        <button
          type="button"
          class="button quiet"
          aria-label={narrowed ? texts.queue.filter.on : texts.queue.filter.open}
          aria-expanded={narrowing}
          aria-controls="queue-filters"
          aria-pressed={narrowed}
          onClick={() => setNarrowing(!narrowing)}
        >
          <Icon of={ListFilter} small />
          {narrowed && <span class="queue-narrowed" />}
          <Tip label={texts.queue.filter.open} side="end" />
        </button>
      </div>
      <p class="queue-refusal" role="status">
        {refusal !== null && (refusal || texts.frame.failed)}
      </p>
      {narrowing && <FilterRow />}
    </div>
  );
}
