/** What debtors and staff both get from the backend; amounts are minor units. */

export type Mode = 'bot' | 'queue' | 'agent' | 'closed';
export type Sender = 'debtor' | 'assistant' | 'agent' | 'system';

export interface Button {
  title: string;
  payload: string;
}

export interface Part {
  kind: 'principal' | 'interest' | 'fee' | 'cost' | 'payment' | 'write_off';
  /** Minor units of the card's currency. */
  amount: number;
}

export interface Instalment {
  due: string;
  amount: number;
}

/** A payment of a plan; over several cases with the part that goes to each of them. */
export interface PlanInstalment extends Instalment {
  parts?: { case: string; amount: number }[] | null;
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
  /** The plan's, once it is agreed. */
  id?: string | null;
  instalment: number;
  instalments: number;
  total: number;
  currency: string;
  schedule: PlanInstalment[];
  reference?: string | null;
  costs?: { fee?: number; interest?: number } | null;
}

/** What saves a payer typing; a kind that is not known here is not shown. */
export interface PaymentCode {
  kind: string;
  /** The digits of a bar code. */
  text?: string | null;
  /** The modules of a QR code from the top, "1" for a dark one, without the quiet zone. */
  rows?: string[] | null;
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
  codes?: PaymentCode[] | null;
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

/** A file that the debtor has sent; `id` is its message's, `size` in bytes. */
export interface AttachmentCard {
  type: 'attachment';
  id: string;
  kind: string;
  size: number;
}

export interface CallbackCard {
  type: 'callback';
  reference: string;
  at: string;
}

/** Offers all that is kept about the debtor as a file. */
export interface ExportCard {
  type: 'export';
}

export type Card =
  | BalanceCard
  | PlanCard
  | PaymentCard
  | DeferralCard
  | DisputeCard
  | HandoffCard
  | CallbackCard
  | AttachmentCard
  | ExportCard;

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
