import type { DutyState } from '../duty/wire.ts';

/** The desk as a leader sees it. */

export interface Person {
  id: string;
  name: string;
  role: string;
  clients: string[];
  /** None is all. */
  speaks: string[];
  skills: string[];
  state: DutyState;
  until: string | null;
  since: string;
  /** The console is open. */
  here: boolean;
  holds: number;
}

/** Who waits for people of one client in one language. */
export interface Waiting {
  client: string;
  name: string;
  colour: string;
  language: string;
  waiting: number;
  crisis: number;
  longest_seconds: number;
  on_duty: number;
}

export interface Team {
  people: Person[];
  waits: Waiting[];
}
