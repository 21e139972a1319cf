import type { Client, Sender } from '../api/wire.ts';

/** The analyst's part of the wire. Percentages are 0 to 100, money is minor units, times seconds. */

export type Unit = 'count' | 'percent' | 'per_hundred' | 'seconds' | 'money' | 'score';

export interface Figure {
  name: string;
  label: string;
  unit: Unit;
  /** Null: there is nothing to count from. */
  value: number | null;
  before: number | null;
  /** How many it is counted from. */
  of: number;
  /** How many the value before is counted from. */
  before_of: number;
  definition: string;
  by_currency?: { currency: string; value: number; of: number }[] | null;
}

export interface Summary {
  from: string;
  to: string;
  clients: Client[];
  languages: string[];
  channels: string[];
  figures: Figure[];
}

/** What of the query leads to the conversations behind a bar. */
export type Drill = Record<string, string | number | string[]>;

export interface Piece {
  key: string;
  label: string;
  value: number | null;
  of: number;
  drill?: Drill | null;
}

export interface ChartRow {
  key: string;
  label: string;
  value: number | null;
  of: number;
  before?: number | null;
  series?: Piece[] | null;
  drill?: Drill | null;
}

export interface Chart {
  chart: string;
  question: string;
  definition: string;
  unit: Unit;
  rows: ChartRow[];
  total: { value: number | null; of: number } | null;
}

export interface Conversation {
  id: string;
  seq: number;
  client: string;
  language: string | null;
  channel: string | null;
  begun_at: string;
  turns: number;
  missed: number;
  /** Null while it goes on. */
  outcome: string | null;
  outcome_label: string | null;
  reason: string | null;
  reason_label: string | null;
  /** How a person ended it each time, and why, in words. */
  endings: string[];
}

export interface ConversationPage {
  items: Conversation[];
  more: boolean;
}

export interface MaskedMessage {
  at: string;
  sender: Sender;
  text: string;
  understood: { intent?: string | null } | null;
}

export interface MaskedConversation {
  conversation: Conversation;
  messages: MaskedMessage[];
}
