import type { Client } from '../api/wire.ts';
import type { Costs, Grant } from '../plan/wire.ts';

/** What is asked of somebody who may grant more. */
export interface Approval {
  grant: Grant;
  conversation: string;
  client: Client;
  case: string;
  debtor: string;
  balance: number;
  /** The client's rules that it goes beyond. */
  reasons: string[];
  costs: Costs;
  forgiven: number;
}
