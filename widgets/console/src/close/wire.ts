import type { Outcome } from '../api/wire.ts';

/** What an agent needs to end a conversation. */
export interface Ending {
  /** Lines to begin the note with, made from facts, in the agent's language. */
  summary: string;
  outcomes: { outcome: Outcome; reasons: string[] }[];
}

/** How it ended. */
export interface Closing {
  outcome: Outcome;
  reason: string | null;
  note: string | null;
  /** A call that was promised is still to be made. */
  keep_calls: boolean;
}
