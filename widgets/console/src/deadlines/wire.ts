import type { Client, Handoff } from '../api/wire.ts';

/** What goes over the wire about deadlines. */

export interface Counts {
  late: number;
  soon: number;
}

export interface Deadlines {
  late: Handoff[];
  promises: Handoff[];
  missed: Handoff[];
  counts: Counts;
}

export interface Share {
  met: number;
  of: number;
  percent: number | null;
}

export interface Met {
  client: Client;
  answer: Share;
  resolution: Share;
}

export interface MetTargets {
  from: string;
  to: string;
  clients: Met[];
  answer: Share;
  resolution: Share;
}
