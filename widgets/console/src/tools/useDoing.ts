import { useState } from 'preact/hooks';
import { sentenceOf } from '../api/useAnswer.ts';
import type { Work } from '../conversation/work.ts';
import { useDesk, useWords } from '../desk.ts';

export interface Doing {
  busy: boolean;
  trouble: string;
  /** Posts below the conversation, reads it again, and closes what was open. */
  post: (path: string, body: unknown) => Promise<void>;
}

/** One act in the conversation at a time, with the sentence of the backend when it is refused. */
export function useDoing(work: Work, onDone: () => void): Doing {
  const { client } = useDesk();
  const { frame } = useWords().texts;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');

  const post = async (path: string, body: unknown) => {
    if (busy) return;
    setBusy(true);
    setTrouble('');
    try {
      await client.call('POST', `conversations/${encodeURIComponent(work.id)}/${path}`, body);
      await work.load();
      onDone();
    } catch (error) {
      setTrouble(sentenceOf(error, frame.failed));
    } finally {
      setBusy(false);
    }
  };
  return { busy, trouble, post };
}
