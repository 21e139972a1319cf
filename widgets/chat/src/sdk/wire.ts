/** What goes over the wire between the widget and the backend. */

export type Mode = 'bot' | 'queue' | 'agent' | 'closed';
export type Sender = 'debtor' | 'assistant' | 'agent' | 'system';

export interface Button {
  title: string;
  payload: string;
}

export interface Part {
  kind: 'principal' | 'interest' | 'fee' | 'cost' | 'payment';
  /** Minor units of the card's currency. */
  amount: number;
}

export interface Instalment {
  due: string;
  amount: number;
}

export interface BalanceCard {
  type: 'balance';
  total: number;
  currency: string;
  parts: Part[];
}

export interface PlanCard {
  type: 'plan';
  status: 'offered' | 'agreed';
  instalment: number;
  instalments: number;
  total: number;
  currency: string;
  schedule: Instalment[];
  reference?: string | null;
  costs?: { fee?: number; interest?: number } | null;
}

export interface PaymentCard {
  type: 'payment';
  amount: number;
  currency: string;
  reference: string;
  account: string;
  account_label: string;
  payee: string;
  due: string;
}

export interface DeferralCard {
  type: 'deferral';
  until: string;
}

export interface DisputeCard {
  type: 'dispute';
  reference: string;
}

export interface HandoffCard {
  type: 'handoff';
  reference: string;
  reason: string;
}

export interface CallbackCard {
  type: 'callback';
  reference: string;
  at: string;
}

export type Card =
  | BalanceCard
  | PlanCard
  | PaymentCard
  | DeferralCard
  | DisputeCard
  | HandoffCard
  | CallbackCard;

export interface Message {
  id: string;
  /** Place in the conversation, from 1. */
  seq: number;
  sender: Sender;
  text: string;
  buttons: Button[];
  card: Card | null;
  at: string;
  /** An agent's first name. */
  name: string | null;
}

export interface Client {
  id: string;
  name: string;
  assistant: string;
  colour: string;
  languages: string[];
  language: string;
  identify_url: string | null;
}

export interface Conversation {
  id: string;
  client: string;
  language: string;
  identified: boolean;
  mode: Mode;
  messages: Message[];
}

/** A conversation that was just begun; only now is its key told. */
export type Begun = Omit<Conversation, 'client'> & { access_token: string };

export interface Answers {
  messages: Message[];
  mode: Mode;
  language?: string;
}

export interface Outgoing {
  /** Made here; the same id again is the same message. */
  id: string;
  text: string;
  payload?: string;
}

export type Frame =
  | { type: 'state'; mode: Mode; language: string; identified: boolean }
  | { type: 'message'; message: Message }
  | { type: 'mode'; mode: Mode }
  | { type: 'language'; language: string }
  | { type: 'typing'; sender: 'agent' | 'assistant' }
  | { type: 'ping' };
