import { Problem } from '@sovinto/ui/problem.ts';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../desk.ts';

export interface Answer<T> {
  /** The last that came, which stays while the next is under way. */
  value: T | null;
  /** Why there is none, in a sentence. */
  problem: string | null;
  /** The backend has it, but not for this user, or not at all. */
  missing: boolean;
  busy: boolean;
  again: () => Promise<void>;
  /** Puts in what another call has brought. */
  set: (value: T) => void;
}

interface State<T> {
  value: T | null;
  problem: string | null;
  missing: boolean;
  busy: boolean;
}

/** Asks when the key changes; an answer that another question has overtaken is dropped. */
export function useAnswer<T>(key: string, ask: () => Promise<T>): Answer<T> {
  const { frame } = useWords().texts;
  const [state, setState] = useState<State<T>>(() => waiting<T>(null));
  const asked = useRef(0);
  const question = useRef(ask);
  question.current = ask;

  const again = useCallback(async () => {
    const turn = ++asked.current;
    setState((before) => ({ ...before, busy: true, problem: null }));
    try {
      const value = await question.current();
      if (turn === asked.current) setState({ ...waiting(value), busy: false });
    } catch (error) {
      if (turn !== asked.current) return;
      const missing = error instanceof Problem && [403, 404].includes(error.status);
      const problem = sentenceOf(error, frame.failed);
      setState((before) => ({ value: before.value, problem, missing, busy: false }));
    }
  }, [frame]);

  useEffect(() => {
    void again();
    return () => {
      asked.current += 1;
    };
  }, [key, again]);

  const set = useCallback((value: T) => {
    asked.current += 1;
    setState({ ...waiting(value), busy: false });
  }, []);

  return { ...state, again, set };
}

const waiting = <T>(value: T | null): State<T> => ({
  value,
  problem: null,
  missing: false,
  busy: true,
});

/** The backend's own sentence where it has one. */
export const sentenceOf = (error: unknown, otherwise: string): string =>
  (error instanceof Problem && error.detail) || otherwise;
