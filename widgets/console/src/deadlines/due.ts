import { Clock, Flag, type IconNode, PhoneCall } from 'lucide';
import type { Handoff } from '../api/wire.ts';

export interface Due {
  at: string;
  what: 'call' | 'promise' | 'answer' | 'resolution';
  icon: IconNode;
}

/** By when something is to be done: a promise before a target, for it was told to somebody. */
export function dueOf(handoff: Handoff, list: string): Due {
  const { promised_at: promised, clock, kind, created_at: asked } = handoff;
  const waits = handoff.state === 'waiting' || list === 'missed';
  if (promised && (waits || !clock)) {
    return kind === 'callback'
      ? { at: promised, what: 'call', icon: PhoneCall }
      : { at: promised, what: 'promise', icon: Clock };
  }
  if (clock?.name === 'resolution') return { at: clock.due_at, what: 'resolution', icon: Flag };
  return { at: clock?.due_at ?? asked, what: 'answer', icon: Clock };
}
