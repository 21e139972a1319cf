import type { Handoff, Sender } from '../api/wire.ts';

/** A conversation that was found, and where the words stand in it. */
export interface Found {
  handoff: Handoff;
  place: 'handoff' | 'case' | 'debtor' | 'message' | 'note';
  /** What stands around the words, where they were said or noted. */
  text: string | null;
  sender: Sender | null;
  at: string;
}

export interface Page {
  items: Found[];
  more: boolean;
}
