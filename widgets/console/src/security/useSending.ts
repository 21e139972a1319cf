import { useState } from 'preact/hooks';
import { sentenceOf } from '../api/useAnswer.ts';
import { useWords } from '../desk.ts';

/** One thing at a time, and why it did not work. */
export function useSending(): {
  busy: boolean;
  trouble: string;
  send: (task: () => Promise<void>) => Promise<void>;
} {
  const { frame } = useWords().texts;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const send = async (task: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setTrouble('');
    try {
      await task();
    } catch (error) {
      setTrouble(sentenceOf(error, frame.failed));
    } finally {
      setBusy(false);
    }
  };
  return { busy, trouble, send };
}
