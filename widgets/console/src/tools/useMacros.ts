import { type Answer, useAnswer } from '../api/useAnswer.ts';
import { useDesk } from '../desk.ts';
import type { Macros } from './wire.ts';

/** What may be done in the conversation now. */
export function useMacros(conversation: string): Answer<Macros> {
  const { client } = useDesk();
  const path = `conversations/${encodeURIComponent(conversation)}/macros`;
  return useAnswer(path, () => client.call<Macros>('GET', path));
}
