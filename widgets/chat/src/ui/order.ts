import { dayOf } from '@sovinto/ui/format.ts';
import type { Message, Mode } from '@sovinto/ui/wire.ts';
import timing from '../sdk/timing.json';

export interface LiveButtons {
  /** The message whose buttons may be pressed. */
  id: string;
  /** Everything else it offers has been overtaken. */
  identifyOnly: boolean;
}

/** Only the last message that offers buttons still takes a press, and not once it is overtaken. */
export function liveButtonsOf(messages: Message[], mode: Mode): LiveButtons | null {
  const at = messages.findLastIndex((message) => message.buttons.length > 0);
  const message = messages[at];
  if (!message || mode === 'closed') return null;
  const after = messages.slice(at + 1);
  const agreed = after.some(({ card }) => card?.type === 'plan' && card.status === 'agreed');
  // A person has the word: what the assistant had offered before is no longer its to do.
  const taken = mode !== 'bot' && after.some(({ sender }) => sender !== 'debtor');
  return { id: message.id, identifyOnly: agreed || taken };
}

/** Lines of one speaker in a row stand close together; the first one says whose they are. */
export const startsGroup = (before: Message | undefined, message: Message): boolean =>
  before?.sender !== message.sender || before.name !== message.name;

/** Several messages may be one answer, and come one by one. */
const isOneAnswer = (before?: Message, after?: Message): boolean =>
  before !== undefined &&
  after !== undefined &&
  before.sender === after.sender &&
  Date.parse(after.at) - Date.parse(before.at) <= timing.one_answer;

/** Where the last answer begins. */
export function answerStart(messages: Message[]): number {
  let at = messages.length - 1;
  while (isOneAnswer(messages[at - 1], messages[at])) at -= 1;
  return at;
}

/** Buttons that the same answer goes on from to others could never be pressed. */
export function wasOffered(messages: Message[], at: number): boolean {
  for (let next = at + 1; isOneAnswer(messages[next - 1], messages[next]); next += 1) {
    if (messages[next]?.buttons.length) return false;
  }
  return true;
}

/** A time is told where a pause was, or another day began; never on each line. */
export function stampBefore(
  before: Message | undefined,
  message: Message,
  now: Date = new Date(),
): boolean {
  if (!before) return dayOf(message.at) !== dayOf(now);
  const pause = Date.parse(message.at) - Date.parse(before.at);
  return pause > timing.pause_between_stamps || dayOf(before.at) !== dayOf(message.at);
}
