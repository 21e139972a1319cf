import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../api/wire.ts';
import limits from './limits.json';

/**
 * Keeps the newest line in sight for who is there already, and leaves everybody else where they
 * read: then `fresh` counts what has come since. What the agent writes always comes into sight.
 */
export function useEnd(
  log: RefObject<HTMLElement | null>,
  messages: Message[],
  pending: number,
  typing: boolean,
) {
  const [there, setThere] = useState(true);
  const atEnd = useRef(true);
  const seen = useRef(0);
  const written = useRef(pending);
  const last = messages.at(-1)?.seq ?? 0;

  const go = () => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight;
    atEnd.current = true;
    setThere(true);
  };

  // Each change may have moved the end.
  useLayoutEffect(() => {
    if (pending > written.current || atEnd.current) go();
    written.current = pending;
    if (atEnd.current) seen.current = last;
  }, [last, pending, typing]);

  // The pane grows and shrinks with the box below it.
  useEffect(() => {
    if (!log.current || typeof ResizeObserver === 'undefined') return;
    const watcher = new ResizeObserver(() => atEnd.current && go());
    watcher.observe(log.current);
    return () => watcher.disconnect();
  }, []);

  const onScroll = () => {
    const { current } = log;
    if (!current) return;
    const left = current.scrollHeight - current.scrollTop - current.clientHeight;
    atEnd.current = left <= limits.near_the_end;
    if (atEnd.current) seen.current = last;
    setThere(atEnd.current);
  };

  const fresh = messages.filter(({ seq, sender }) => seq > seen.current && sender !== 'system');
  return { there, fresh: fresh.length, go, onScroll };
}
