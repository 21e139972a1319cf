import type { Handoff } from '../api/wire.ts';
import { useDesk, useWords } from '../desk.ts';
import { now } from '../frame/now.ts';
import { duration } from '../words/duration.ts';
import { fill } from '../words/texts.ts';

/** How long somebody has waited: what the backend counted, and what has passed since. */
export function Wait({ handoff }: { handoff: Handoff }) {
  const { queue } = useDesk();
  const { language, texts } = useWords();
  const passed = Math.max(0, now.value - queue.countedAt.value) / 1000;
  const time = duration(language, handoff.waiting_seconds + passed);
  return (
    <span class="row-time">
      <span class="unseen">{fill(texts.queue.waited, { time })}</span>
      <span aria-hidden="true">{time}</span>
    </span>
  );
}
