/** The designer's part of the wire: messages that the assistant did not understand, masked. */

export type MissState = 'open' | 'taught' | 'set_aside';

export interface Guess {
  intent: string;
  /** 0 to 1. */
  confidence: number;
}

export interface Miss {
  /** The newest message's of those with the same words. */
  id: number;
  at: string;
  language: string;
  client: string;
  text: string;
  /** How often the same words have come. */
  times: number;
  guesses: Guess[];
  /** It was understood, but no value was found in it: an example does not help. */
  lacks?: 'value' | null;
  /** The file that has the language's words for values. */
  lexicon?: string | null;
  /** The assistant's line before it. */
  before: string | null;
  state: MissState;
  taught_as: string | null;
  file?: string | null;
  line?: number | null;
}

export interface MissPage {
  items: Miss[];
  counts: Record<MissState, number>;
  more: boolean;
}

export interface Intent {
  name: string;
  group: string;
  /** What somebody says who means it. */
  says: string;
}

export interface Intents {
  intents: Intent[];
  working_copy: { ready: boolean; says: string };
}

export interface Taught {
  state: 'taught';
  file: string;
  line: number;
}
