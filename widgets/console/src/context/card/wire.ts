import type { Terms } from '../../api/wire.ts';

/** The card of a handoff as the backend builds it; amounts are minor units. */

export interface Who {
  identified_by: string | null;
  identified_meanwhile: boolean;
  name: string | null;
  kind: string | null;
  channel: string;
  phone: string | null;
  only_in_writing: boolean;
}

export interface CaseInShort {
  reference: string;
  /** The one that the conversation is about. */
  here: boolean;
  status: string;
  balance: number | null;
  currency: string;
}

export interface Why {
  reason: string;
  /** The client's own rule that called for a person: which claims and words, and which meanings. */
  rule: { text: string; intents: string[]; why: string | null } | null;
  at: string;
  wish: string;
  promised_at: string | null;
  also: { reason: string; kind: string; at: string; promised_at: string | null }[];
}

export interface Asked {
  at: string;
  intent: string;
  values: { entity: string; value: unknown }[];
}

export interface Proposed {
  at: string;
  case: string;
  kind: string;
  terms: Terms;
  outcome: string;
  refused_by: Refused[];
  shown: {
    instalments: number;
    instalment: number;
    total: number;
    currency: string;
    first_due: string | null;
  } | null;
}

export interface Refused {
  rule: string;
  text: string;
}

export interface Agreed {
  plan: {
    id: string;
    kind: string;
    status: string;
    instalment: number;
    instalments: number;
    total: number;
    currency: string;
    left: number;
    next_due: string | null;
    next_amount: number | null;
  } | null;
  deferred_until: string | null;
  rests: { reason: string; until: string | null }[];
}

export interface Step {
  step: string;
  /** Whoever reads the card may agree it, and the assistant may not. */
  by_hand: boolean;
  amount: number | null;
  instalments: number | null;
  until: string | null;
  currency: string | null;
}

export interface HandoffCard {
  who: Who;
  spoken: { language: string; plain: boolean };
  cases: CaseInShort[];
  why: Why;
  asked: Asked[];
  not_understood: number;
  proposals: Proposed[];
  agreed: Agreed;
  care: { kind: string; since: string }[];
  mood: { sign: string; at: string; times: number } | null;
  flow: { doing: string; waits_for: string | null };
  steps: { allowed: Step[]; barred_by: Refused[] };
}
