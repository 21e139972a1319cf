/** What staff have written down for each other; the debtor and the assistant get none of it. */
export interface Note {
  conversation: string;
  id: string;
  kind: 'note' | 'hold_placed' | 'hold_lifted' | 'closed' | 'returned';
  /** What was done: the reason of a hold, or how it ended. */
  about: string | null;
  text: string;
  /** The message (its seq) that it follows. */
  after: number;
  by: { id: string; name: string };
  at: string;
}
