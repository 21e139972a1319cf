import { dayOf } from '@sovinto/ui/format.ts';
import timing from '../api/timing.json';
import type { Message, Sender } from '../api/wire.ts';

export interface Group {
  sender: Sender;
  name: string | null;
  at: string;
  /** The day that begins here, as ISO; null within a day. */
  day: string | null;
  messages: Message[];
}

/** Lines that one side wrote in one go stand together; after a message (its seq) of `breaks` they end. */
export function grouped(messages: Message[], breaks: ReadonlySet<number> = new Set()): Group[] {
  const groups: Group[] = [];
  for (const message of messages) {
    const last = groups.at(-1);
    const before = last?.messages.at(-1);
    const day = before && dayOf(before.at) === dayOf(message.at) ? null : dayOf(message.at);
    const goesOn =
      last &&
      before &&
      !day &&
      !breaks.has(before.seq) &&
      last.sender === message.sender &&
      last.name === message.name &&
      Date.parse(message.at) - Date.parse(before.at) < timing.pause_between_groups;
    if (goesOn) last.messages.push(message);
    else {
      const { sender, name, at } = message;
      groups.push({ sender, name, at, day, messages: [message] });
    }
  }
  return groups;
}
