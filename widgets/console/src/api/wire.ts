import type { Message as ChatMessage, Instalment, Mode, Part } from '@sovinto/ui/wire.ts';
import type { HandoffCard } from '../context/card/wire.ts';
import type { Note } from '../notes/wire.ts';
import type { Grant } from '../plan/wire.ts';

/** What goes over the wire between the console and the backend; amounts are minor units. */

export type { Card, Instalment, Mode, Part, Sender } from '@sovinto/ui/wire.ts';

export interface User {
  id: string;
  name: string;
  email: string;
  role: string;
  /** What the role may do, as the backend names it: `figures.read`. */
  permissions: string[];
  language: string;
  clients: string[];
  /** The languages that the user is given work in; none means all. */
  speaks: string[];
  /** The reasons of hand-overs that are for others. */
  not_trained_for: string[];
  /** The password was made for the user, who is to choose another. */
  one_time_password: boolean;
  /** Signs in with the identity provider, and has no password here. */
  by_provider: boolean;
  /** Nothing else can be done before the second step is on. */
  must_add_second_step: boolean;
}

export interface Client {
  id: string;
  name: string;
  colour: string;
  /** By whose clock promises are kept. */
  zone?: string;
  /** In a demonstration on another day: so far is that clock ahead of the real one. */
  ahead_seconds?: number;
}

export type QueueState = 'waiting' | 'mine' | 'taken' | 'closed';

export interface Handoff {
  id: string;
  reference: string;
  conversation: string;
  kind: 'chat' | 'callback';
  reason: string;
  state: 'waiting' | 'taken' | 'closed' | 'returned';
  /** 1 is a crisis. */
  priority: number;
  client: Client;
  language: string;
  wish: string;
  case: string | null;
  debtor: string | null;
  created_at: string;
  promised_at: string | null;
  /** The time that the debtor picked to be called. */
  call_from: string | null;
  /** The clock that counts now, and when its target is missed. */
  clock: { name: 'answer' | 'resolution'; due_at: string } | null;
  taken_by: { id: string; name: string } | null;
  waiting_seconds: number;
}

/** By client; `taken` by anybody. */
export type OpenCounts = Record<string, { waiting: number; taken: number }>;

export interface Listing {
  /** A page of the list. */
  items: Handoff[];
  /** How long the whole list is. */
  total: number;
  counts: Partial<Record<QueueState, number>> & { clients?: OpenCounts };
}

/** By what the lists are narrowed; empty is no wish. */
export interface Filters {
  client: string;
  language: string;
  reason: string;
  /** Only what the user is trained for and speaks. */
  fits: boolean;
}

export interface Choices {
  clients: Client[];
  languages: string[];
  reasons: string[];
  skills: string[];
}

export interface Understood {
  /** Null where nothing was recognised. */
  intent: string | null;
  /** 0 to 1. */
  confidence: number | null;
  entities: { entity: string; value: string | number }[];
}

/** Why a person's line has not reached the debtor. */
export interface Undelivered {
  /** It still waits, or never will. */
  state: 'waiting' | 'failed';
  why: 'window' | 'trouble' | 'late' | 'stopped' | 'switched_off' | 'unreachable' | 'not_taken';
  /** So long after the debtor's last message the channel lets us write; null: always. */
  hours: number | null;
}

export interface Message extends ChatMessage {
  understood?: Understood | null;
  undelivered?: Undelivered | null;
}

export interface LedgerEntry {
  at: string;
  kind: string;
  amount: number;
  text: string;
}

/** The most that the law lets a fee be, without VAT; null where nobody knows it. */
export interface Ceiling {
  amount: number | null;
  source: string;
  effective_from: string | null;
  confidence: string;
}

export interface Fee {
  amount: number;
  /** Null where it is not known what payments went to. */
  paid: number | null;
  booked_on: string;
  text: string;
  ceiling: Ceiling | null;
}

export interface Paid {
  paid_on: string;
  amount: number;
  /** By kind; what is missing from the amount was too much. */
  allocated: Record<string, number>;
}

/** Days, both ends in it, of one yearly rate (a decimal, in percent) on one principal. */
export interface Segment {
  from: string;
  to: string;
  days: number;
  principal: number;
  rate: string;
}

export interface Balance {
  total: number | null;
  currency: string;
  parts: Part[];
  /** The last day to which the interest is known, where it is not known to today. */
  known_until: string | null;
  fees: Fee[];
  payments: Paid[];
  interest: { basis: string; segments: Segment[] } | null;
}

export interface Plan {
  id: string;
  kind: string;
  status: string;
  instalment: number;
  instalments: number;
  total: number;
  currency: string;
  schedule: Instalment[];
  /** Until when it can be undone; null when it cannot. */
  undo_until: string | null;
  replaces: string | null;
  can: { undo: boolean };
}

export interface Case {
  reference: string;
  status: string;
  debtor: { name: string; kind: string };
  balance: Balance;
  ledger: LedgerEntry[];
  plan: Plan | null;
  holds: { reason: string; until: string | null }[];
  rules: { name: string; value: string }[];
}

export type Terms = Record<string, number | string | null>;

export interface Proposal {
  at: string;
  terms: Terms | string;
  outcome: string;
  reasons: string[];
  /** Where the offer stands that a person made of it. */
  by_person: Pick<Grant, 'state' | 'needs_role' | 'made_by' | 'decided_by'> | null;
}

export interface Detail {
  conversation: {
    id: string;
    language: string;
    mode: Mode;
    identified: boolean;
    channel: string;
    client: Client;
  };
  handoff: Handoff;
  /** When a call was promised that is not made yet. */
  call: string | null;
  /** What is looked at first, built from facts. */
  card: HandoffCard;
  /** At most five lines in the agent's language. */
  summary: string[];
  messages: Message[];
  case: Case | null;
  proposals: Proposal[];
  /** What people have offered in the conversation, the newest first. */
  granted: Grant[];
  /** Of the conversation and of the others about its case, the oldest first. */
  notes: Note[];
}

export type Outcome = 'solved' | 'promised' | 'no_answer' | 'other';

/** A colleague by name. */
export interface Named {
  id: string;
  name: string;
}

/** What the live line brings; those with a number `n` come once and in order. */
export type Frame = { n?: number } & (
  | { type: 'hello'; epoch: string; anew: boolean }
  /** More was missed than is kept: all that is shown is to be read again. */
  | { type: 'anew'; epoch?: string }
  | { type: 'queue' }
  /** What came in one moment, in its order. */
  | { type: 'several'; frames: Frame[] }
  /** What the lists show of a conversation now, and how many are open for its client. */
  | { type: 'handoffs'; conversation: string; items: Handoff[]; counts: OpenCounts }
  | { type: 'message'; conversation: string; message: Message }
  /** How a person's line fares on its way to the debtor; null: it has gone out. */
  | { type: 'delivery'; conversation: string; message: string; undelivered: Undelivered | null }
  | { type: 'mode'; conversation: string; mode: Mode }
  | { type: 'typing'; conversation: string; sender: 'debtor' | 'agent' }
  /** Who else has the conversation on the screen. */
  | { type: 'lookers'; conversation: string; who: Named[] }
  /** A conversation has come from the user to a colleague, or from one to the user (`mine`). */
  | { type: 'passed'; conversation: string; by: string; to: string; mine: boolean }
  /** Somebody comes, goes or wraps up. */
  | { type: 'duty'; user: string }
  /** An offer of a person was asked for, decided on, sent or agreed. */
  | { type: 'grant'; conversation: string }
  /** Staff have written something down. */
  | { type: 'note'; conversation: string }
  | { type: 'ping' }
);
