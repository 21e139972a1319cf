import type { Instalment } from '@sovinto/ui/wire.ts';

/** What the calculator asks and is answered, as docs/http.md has it; amounts are minor units. */

export type Kind = 'plan' | 'settlement' | 'change' | 'pause' | 'deferral';
export type Terms = Record<string, number | string>;

/** Who lets it be: the client's rules, the limits of the own role, or somebody of another role. */
export type Leave = 'rules' | 'limits' | 'role';

export interface Costs {
  fee: number;
  notices: number;
  interest: number;
}

/** What all of it comes to, each way; a sum that no rate is known for is null. */
export interface Compared {
  today: number;
  plan: number;
  waiting: number | null;
  waiting_until: string;
}

export interface Offer {
  /** Null while it is only being looked at. */
  id: string | null;
  kind: Kind;
  instalment: number;
  instalments: number;
  total: number;
  currency: string;
  schedule: Instalment[];
  costs: Costs;
  compared: Compared | null;
  forgiven: number;
  /** What the debtor is told, in the language of the conversation. */
  words: string[];
}

export interface Answer {
  outcome: 'offer' | 'counter' | 'referral';
  kind: Kind;
  /** The nearest first. */
  offers: Offer[];
  reasons: { rule: string; text: string }[];
  granted_by: Leave | null;
  needs_role: string | null;
}

/** An offer that a person has made in a conversation, and where it stands. */
export interface Grant {
  id: string;
  kind: Kind;
  state: 'ready' | 'waiting' | 'approved' | 'refused' | 'sent' | 'agreed' | 'undone' | 'over';
  instalment: number;
  instalments: number;
  total: number;
  currency: string;
  schedule: Instalment[];
  words: string[];
  needs_role: string | null;
  made_by: { id: string; name: string };
  made_at: string;
  note: string | null;
  decided_by: { id: string; name: string } | null;
  decision_note: string | null;
}
