import { signal } from '@preact/signals';
import timing from '../api/timing.json';

/** The clock that waiting times tick by. */
export const now = signal(Date.now());

export function tick(): () => void {
  const set = () => {
    now.value = Date.now();
  };
  set();
  const timer = setInterval(set, timing.tick);
  return () => clearInterval(timer);
}
