/** The clients' settings as the console shows them. */

export interface ClientCard {
  id: string;
  name: string;
  /** ISO 3166, two letters. */
  country: string;
  colour: string;
  languages: string[];
  channels: string[];
  open_now: boolean;
  /** In the client's own time, the day in the user's language; a day without hours is closed. */
  hours: { day: string; from: string; to: string }[];
  rules: RulesVersion[];
  hand_over: Occasion[];
  /** False for one whose file is gone: what is begun goes on. */
  takes_new_conversations: boolean;
  loaded_at: string;
  version: string;
}

/** On what a person takes over: which claims and words, and what is meant. */
export interface Occasion {
  text: string;
  intents: string[];
  why: string | null;
}

/** Which claims, or who may grant it; and what holds. */
export interface RulesPart {
  when: string;
  lines: string[];
}

/** The rules from a day on; without a day they always hold, and `when` is empty. */
export interface RulesVersion {
  state: 'now' | 'coming';
  since: string | null;
  when: string;
  lines: string[];
  bands: RulesPart[];
  by_hand: RulesPart[];
}

export interface Trouble {
  file: string;
  line: number;
  value: string;
  /** What is wrong, and how it is put right. */
  says: string;
}

export interface Clients {
  items: ClientCard[];
  problems: Trouble[];
  checked_at: string;
}
