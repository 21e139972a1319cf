import { signal } from '@preact/signals';
import timing from '../api/timing.json';
import type { Client } from '../api/wire.ts';

const SECOND = 1000;

/** The clock that waiting times tick by. */
export const now = signal(Date.now());

/** What it is now by the clock by which a client's promises are made and kept. */
export const nowFor = ({ ahead_seconds: ahead = 0 }: Pick<Client, 'ahead_seconds'>): number =>
  now.value + ahead * SECOND;

export function tick(): () => void {
  const set = () => {
    now.value = Date.now();
  };
  set();
  const timer = setInterval(set, timing.tick);
  return () => clearInterval(timer);
}
