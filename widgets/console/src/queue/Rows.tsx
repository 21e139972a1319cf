import { CircleCheck, CloudOff, Inbox, ListFilter } from 'lucide';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useDesk, useWords } from '../desk.ts';
import { conversationIn } from '../frame/addresses.ts';
import { Empty } from '../frame/Empty.tsx';
import { filters, isNarrowed, NONE } from './filters.ts';
import { Row } from './Row.tsx';
import { useWindowOf } from './windowing.ts';

/** The list: only the rows in sight are drawn, so that a thousand are as quick as ten. */
export function Rows() {
  const { queue, reach } = useDesk();
  const { texts } = useWords();
  const open = conversationIn(useLocation().path);
  const scroller = useRef<HTMLDivElement>(null);
  const items = queue.items.value;
  const cursor = queue.cursor.value;
  const tab = queue.tab.value;
  const { drawn, height, reveal } = useWindowOf(scroller, items ? queue.total.value : 0);

  const at = items?.findIndex((it) => it.id === cursor) ?? -1;
  const stop = at >= 0 ? at : Math.max(0, items?.findIndex((it) => it.conversation === open) ?? 0);
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => void queue.reach(last), [last, items?.length, queue]);
  // It follows the cursor, not the order.
  useEffect(() => {
    if (at >= 0) reveal(at);
  }, [cursor]);

  // A row that changes its place is taken out and put in again, which costs it the focus.
  const focused = document.activeElement?.id;
  useLayoutEffect(() => {
    if (!focused?.startsWith('row-') || document.activeElement?.id === focused) return;
    document.getElementById(focused)?.focus({ preventScroll: true });
  });

  const words = texts.queue.empty[tab];
  const narrowed = tab !== 'mine' && isNarrowed(filters.value);
  return (
    <div
      ref={scroller}
      id="queue-list"
      class="rows"
      role="tabpanel"
      aria-labelledby={`tab-${tab}`}
      aria-busy={items === null}
    >
      {/* A list that is there already stays; that the line is down is said above all panes. */}
      {items && queue.failed.value && !reach.offline.value && (
        <p class="strip strip-warn" role="alert">
          {texts.queue.failed}
          <button type="button" class="link" onClick={() => void queue.load()}>
            {texts.frame.retry}
          </button>
        </p>
      )}
      {items === null && queue.failed.value && (
        <div class="rows-failed" role="alert">
          <Empty icon={CloudOff} title={texts.queue.failed}>
            <button type="button" class="button" onClick={() => void queue.load()}>
              {texts.frame.retry}
            </button>
          </Empty>
        </div>
      )}
      {items === null && !queue.failed.value && <p class="loading">{texts.frame.loading}</p>}
      {items?.length === 0 && narrowed && (
        <Empty icon={ListFilter} {...texts.queue.empty.narrowed}>
          <button type="button" class="button" onClick={() => queue.narrow(NONE)}>
            {texts.queue.filter.none}
          </button>
        </Empty>
      )}
      {items?.length === 0 && !narrowed && (
        <Empty icon={tab === 'waiting' ? CircleCheck : Inbox} {...words} />
      )}
      {items && items.length > 0 && (
        <ul class="row-list" aria-label={texts.queue.list[tab]} style={{ height: `${height}px` }}>
          {drawn.map(({ index, start }) => {
            const handoff = items[index];
            if (!handoff) return <Coming key={`coming-${index}`} top={start} />;
            return (
              <Row
                key={handoff.id}
                handoff={handoff}
                at={index}
                of={queue.total.value}
                top={start}
                reachable={index === stop}
                open={handoff.conversation === open}
              />
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** The place of a row that is on its way. */
function Coming({ top }: { top: number }) {
  return (
    <li class="row row-coming" aria-hidden="true" style={{ transform: `translateY(${top}px)` }}>
      <span />
      <span />
    </li>
  );
}
