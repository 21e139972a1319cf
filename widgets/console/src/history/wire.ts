import type { Mode, Outcome } from '../api/wire.ts';

/** Another conversation of the same debtor with the client. */
export interface Earlier {
  id: string;
  case: string | null;
  channel: string;
  language: string;
  begun_at: string;
  mode: Mode;
  messages: number;
  files: number;
  /** It was handed over once; what only the assistant heard is nobody's to read. */
  open: boolean;
  reason: string | null;
  outcome: Outcome | null;
}

export interface History {
  items: Earlier[];
  more: boolean;
}
