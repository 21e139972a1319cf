import { useEffect, useState } from 'preact/hooks';
import timing from '../api/timing.json';
import { type Answer as Asked, useAnswer } from '../api/useAnswer.ts';
import { useDesk } from '../desk.ts';
import type { Answer, Kind, Terms } from './wire.ts';

/** What is answered to the terms; asked when the typing pauses, and the last question counts. */
export function useCalculation(conversation: string, kind: Kind, terms: Terms): Asked<Answer> {
  const { client } = useDesk();
  const question = useSettled(JSON.stringify({ kind, terms }));
  return useAnswer<Answer>(question, () =>
    client.call('POST', offersOf(conversation), JSON.parse(question)),
  );
}

export const offersOf = (conversation: string): string =>
  `conversations/${encodeURIComponent(conversation)}/plan-offers`;

/** The value, once it has stayed the same for a moment. */
function useSettled(value: string): string {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), timing.typing_pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
