import { useSignal } from '@preact/signals';
import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { ArrowDown } from 'lucide';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Bubble } from './Bubble.tsx';
import { Failed } from './Failed.tsx';
import { answerStart, liveButtonsOf, stampBefore, startsGroup, wasOffered } from './order.ts';
import { PendingBubble } from './PendingBubble.tsx';
import { Stamp } from './Stamp.tsx';
import { UploadLine } from './UploadLine.tsx';
import { useView } from './view.ts';
import { Waiting } from './Waiting.tsx';

const NEAR = 80;
/** How much of what came before stays in sight above an answer. */
const ABOVE = 8;

export function Messages() {
  const view = useView();
  const { session } = view;
  const { transcript, mode } = session.dialogue;
  const messages = transcript.messages.value;
  // What the live line has brought back already is stored, though its answer is still to come.
  const pending = session.outbox.pending.value.filter(({ id }) => !transcript.has(id));
  const uploads = session.uploads.underWay.value.filter(({ id }) => !transcript.has(id));
  const log = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const shown = useRef(0);
  const reading = useRef<string | undefined>(undefined);
  const below = useSignal(false);
  const live = liveButtonsOf(messages, mode.value);

  useLayoutEffect(() => {
    const list = log.current;
    if (!list) return;
    const drawn = list.querySelectorAll<HTMLElement>('[data-message]');
    const begins = answerStart(messages);
    const fresh = drawn[shown.current] && drawn[begins];
    const answer = messages[begins]?.id;
    const own = pending.length > 0 || uploads.length > 0;
    const end = list.scrollHeight - list.clientHeight;
    if (own) {
      // Whoever writes is at the end again, before the browser has told of the scrolling.
      following.current = true;
      list.scrollTop = end;
    } else if (fresh && (following.current || answer === reading.current)) {
      // Of an answer whose parts come one by one, each part leaves its beginning in sight.
      reading.current = answer;
      // Long answers begin at their beginning, not at their end.
      const start = shown.current > 0 ? list.scrollTop + distance(list, fresh) - ABOVE : end;
      list.scrollTop = Math.min(end, start);
      below.value = end - start >= NEAR;
      // At once, or a list that changes its size before the browser tells would jump to the end.
      following.current = !below.value;
    } else if (fresh) below.value = true;
    shown.current = messages.length;
    view.seen();
  }, [messages, pending, uploads.length]);

  useEffect(() => {
    // Between waits the dots come and go at the end of the list; they follow only a reader there.
    const list = log.current;
    if (!list || typeof ResizeObserver === 'undefined') return;
    const watcher = new ResizeObserver(() => {
      if (following.current) list.scrollTop = list.scrollHeight;
    });
    watcher.observe(list);
    return () => watcher.disconnect();
  }, []);

  const onScroll = () => {
    const list = log.current;
    if (!list) return;
    following.current = list.scrollHeight - list.clientHeight - list.scrollTop < NEAR;
    if (following.current) below.value = false;
  };

  const toNewest = () => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
    log.current?.focus();
  };

  return (
    <div class="messages">
      <div
        ref={log}
        class="log"
        role="log"
        aria-live="polite"
        aria-busy={session.phase.value === 'connecting'}
        aria-label={view.texts.value.list.log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard.
        tabIndex={0}
        onScroll={onScroll}
      >
        {messages.map((message, at) => (
          <div key={message.id} data-message={message.seq}>
            {stampBefore(messages[at - 1], message) && <Stamp at={message.at} />}
            <Bubble
              message={message}
              first={startsGroup(messages[at - 1], message)}
              offered={wasOffered(messages, at)}
              live={message.id === live?.id}
              identifyOnly={live?.identifyOnly ?? false}
            />
          </div>
        ))}
        {pending.map((message) => (
          <PendingBubble key={message.id} message={message} />
        ))}
        {uploads.map((upload) => (
          <UploadLine key={upload.id} upload={upload} />
        ))}
        <Waiting />
        {session.phase.value === 'failed' && <Failed />}
      </div>
      {below.value && (
        <button type="button" class="newest" onClick={toNewest}>
          <Icon of={ArrowDown} small />
          <span>{view.texts.value.list.newest}</span>
        </button>
      )}
    </div>
  );
}

/** From the top of the list to the top of what stands in it, whatever lies between the two. */
const distance = (list: HTMLElement, inside: HTMLElement): number =>
  inside.getBoundingClientRect().top - list.getBoundingClientRect().top;
