import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { TriangleAlert } from 'lucide';
import type { ComponentChildren, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../desk.ts';
import { sentenceOfSignIn } from './problems.ts';

/** Where a field of the step says that its answer was refused. */
export const PROBLEM = 'sign-in-problem';

interface Props {
  /** What is said of a wrong answer. */
  refused: string;
  /** Whether it is the first way in, and not the second beside the identity provider. */
  primary: boolean;
  submit: (answers: FormData) => Promise<void>;
  /** The field that is to be typed again after a refusal. */
  again: RefObject<HTMLInputElement | null>;
  /** The fields, which are told whether the last answer was wrong. */
  fields: (wrong: boolean) => ComponentChildren;
  children?: ComponentChildren;
}

/** A step of signing in: fields, why they were refused, the button, and what else can be done. */
export function StepForm({ refused, primary, submit, again, fields, children }: Props) {
  const { session } = useWords().texts;
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  const send = async (form: HTMLFormElement) => {
    if (busy) return;
    setBusy(true);
    setProblem('');
    try {
      await submit(new FormData(form));
    } catch (error) {
      setBusy(false);
      setProblem(sentenceOfSignIn(error, refused, session.unreachable));
      again.current?.select();
    }
  };

  return (
    <form
      class="sign-in-form"
      aria-labelledby="sign-in-title"
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
    >
      {fields(problem !== '')}
      <div id={PROBLEM} role="alert">
        {problem && (
          <p class="notice notice-bad">
            <Icon of={TriangleAlert} small />
            {problem}
          </p>
        )}
      </div>
      <button
        type="submit"
        class={primary ? 'button primary wide' : 'button wide'}
        aria-disabled={busy}
      >
        {busy ? session.submitting : session.submit}
      </button>
      {children}
    </form>
  );
}
