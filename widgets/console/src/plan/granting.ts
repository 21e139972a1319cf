import { useState } from 'preact/hooks';
import { sentenceOf } from '../api/useAnswer.ts';
import type { Work } from '../conversation/work.ts';
import { useDesk, useWords } from '../desk.ts';
import { offersOf } from './useCalculation.ts';
import type { Answer, Kind, Offer, Terms } from './wire.ts';

export type Act = 'send' | 'agree' | 'ask';

export interface Granting {
  busy: Act | null;
  trouble: string;
  /** Makes the offer that was looked at, and sends, agrees or asks. True when it is done. */
  make: (act: Act, wish: Wish, note?: string) => Promise<boolean>;
  /** Sends or agrees an offer that was made before. */
  follow: (act: 'send' | 'agree', offer: string) => Promise<boolean>;
}

interface Wish {
  kind: Kind;
  terms: Terms;
  offer: Offer;
}

/** What a person does with an offer. One thing at a time; the case is read again after each. */
export function useGranting(work: Work): Granting {
  const { client } = useDesk();
  const { frame } = useWords().texts;
  const [busy, setBusy] = useState<Act | null>(null);
  const [trouble, setTrouble] = useState('');

  const doing = async (act: Act, task: () => Promise<void>) => {
    if (busy) return false;
    setBusy(act);
    setTrouble('');
    try {
      await task();
      return true;
    } catch (error) {
      setTrouble(sentenceOf(error, frame.failed));
      return false;
    } finally {
      setBusy(null);
      void work.load();
    }
  };
  const act = (name: 'send' | 'agree', offer: string) =>
    client.call('POST', `plan-offers/${offer}/${name === 'send' ? 'send' : 'accept'}`);

  return {
    busy,
    trouble,
    make: (name, { kind, terms, offer }, note) =>
      doing(name, async () => {
        const body = { kind, terms, keep: offer.schedule, note: note || null };
        const kept = await client.call<Answer>('POST', offersOf(work.id), body);
        const id = kept.offers[0]?.id;
        if (name !== 'ask' && id) await act(name, id);
      }),
    follow: (name, offer) => doing(name, async () => void (await act(name, offer))),
  };
}
