import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { TriangleAlert } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../desk.ts';
import { sentenceOfSignIn } from './problems.ts';

interface Props {
  submit: (code: string) => Promise<void>;
  onBack: () => void;
}

/** The second step: a code of the app, or a recovery code. */
export function CodeForm({ submit, onBack }: Props) {
  const { session } = useWords().texts;
  const { code: own } = session;
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const send = async (form: HTMLFormElement) => {
    if (busy) return;
    setBusy(true);
    setProblem('');
    try {
      await submit(String(new FormData(form).get('code')));
    } catch (error) {
      setBusy(false);
      setProblem(sentenceOfSignIn(error, own.refused, session.unreachable));
      field.current?.select();
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
      <div class="field">
        <label for="code">{own.label}</label>
        <input
          ref={field}
          id="code"
          name="code"
          type="text"
          autocomplete="one-time-code"
          autocapitalize="characters"
          spellcheck={false}
          required
          aria-invalid={problem !== ''}
          aria-describedby="code-hint sign-in-problem"
        />
        <p class="hint" id="code-hint">
          {own.hint}
        </p>
      </div>
      <div id="sign-in-problem" role="alert">
        {problem && (
          <p class="notice notice-bad">
            <Icon of={TriangleAlert} small />
            {problem}
          </p>
        )}
      </div>
      <button type="submit" class="button primary wide" aria-disabled={busy}>
        {busy ? session.submitting : session.submit}
      </button>
      <button type="button" class="button wide" onClick={onBack}>
        {own.back}
      </button>
    </form>
  );
}
