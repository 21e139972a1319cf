import { effect, signal } from '@preact/signals';
import type { Session } from '../sdk/session.ts';
import timing from '../sdk/timing.json';

export type Wait = 'none' | 'typing' | 'slow';

/**
 * How long the debtor has waited for the assistant, in what should be shown for it. Short waits
 * show nothing, since dots that flash by are unrest; a long one is admitted.
 */
export function waitFor(session: Session) {
  const wait = signal<Wait>('none');
  const stop = effect(() => {
    const since = session.outbox.sendingSince.value;
    const connecting = session.phase.value === 'connecting';
    if ((since === null && !connecting) || session.reach.offline.value) {
      wait.value = 'none';
      return;
    }
    const passed = since === null ? 0 : Date.now() - since;
    const after = (ms: number, what: Wait) =>
      setTimeout(
        () => {
          wait.value = what;
        },
        Math.max(0, ms - passed),
      );
    const timers = [after(timing.typing_shown_after, 'typing'), after(timing.slow_after, 'slow')];
    return () => timers.forEach(clearTimeout);
  });
  return { wait, stop };
}
