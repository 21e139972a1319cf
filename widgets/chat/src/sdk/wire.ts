import type { Message, Mode } from '@sovinto/ui/wire.ts';

/** What goes over the wire between the widget and the backend. */

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

/** The answer to a file: the message that shows it goes before what is said to it. */
export interface Received extends Answers {
  message: Message;
}

export interface Outgoing {
  /** Made here; the same id again is the same message. */
  id: string;
  text: string;
  payload?: string;
}

/** Where somebody who waits for a person stands, from 1; what is not known is null. */
export interface Place {
  place: number;
  minutes: number | null;
  /** Until when people are there, where that is before their turn; ISO 8601. */
  closes: string | null;
}

export type Frame =
  | { type: 'state'; mode: Mode; language: string; identified: boolean }
  | { type: 'message'; message: Message }
  | { type: 'mode'; mode: Mode }
  | ({ type: 'queue' } & Place)
  | { type: 'language'; language: string }
  | { type: 'typing'; sender: 'agent' | 'assistant' }
  | { type: 'ping' };
