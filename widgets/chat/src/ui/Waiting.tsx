import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { fill } from './texts.ts';
import { useView } from './view.ts';
import { waitFor } from './waiting.ts';

/** Somebody is writing, or the answer is late. */
export function Waiting() {
  const view = useView();
  const { session } = view;
  const { state } = view.texts.value;
  const waiting = useMemo(() => waitFor(session), [session]);
  useEffect(() => waiting.stop, [waiting]);

  const typing = session.dialogue.typing.who.value;
  const mode = session.dialogue.mode.value;
  const connecting = session.phase.value === 'connecting';
  const wait = mode === 'bot' || connecting ? waiting.wait.value : 'none';
  const who = typing ?? (wait === 'none' ? null : 'assistant');
  const slow = wait === 'slow' && !connecting;
  const line = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const log = line.current?.closest('.log');
    const hidden = log ? log.scrollHeight - log.clientHeight - log.scrollTop : 0;
    // Only for a reader who is at the end anyway.
    if (log && line.current && hidden <= 2 * line.current.offsetHeight)
      log.scrollTop = log.scrollHeight;
  }, [who, slow]);

  if (!who) return null;

  const words = connecting
    ? state.connecting
    : fill(state.typing, { name: view.speaker(who, session.dialogue.agentName.value) });
  return (
    <div ref={line} class="waiting">
      <div class="bubble dots">
        <span class="unseen">{words}</span>
        <i />
        <i />
        <i />
      </div>
      {slow && <p class="slow">{state.slow}</p>}
    </div>
  );
}
