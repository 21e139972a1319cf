import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { TriangleAlert } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { useDesk, useWords } from '../desk.ts';
import { PasswordField } from './PasswordField.tsx';
import { sentenceOfSignIn } from './problems.ts';

export interface Given {
  email: string;
  password: string;
}

interface Props {
  /** Whether it is the first way in, and not the second beside the identity provider. */
  primary: boolean;
  submit: (given: Given) => Promise<void>;
}

export function PasswordForm({ primary, submit }: Props) {
  const { session: desk } = useDesk();
  const { session } = useWords().texts;
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const password = useRef<HTMLInputElement>(null);

  const send = async (form: HTMLFormElement) => {
    if (busy) return;
    const values = new FormData(form);
    setBusy(true);
    setProblem('');
    try {
      await submit({
        email: String(values.get('email')).trim(),
        password: String(values.get('password')),
      });
    } catch (error) {
      setBusy(false);
      setProblem(sentenceOfSignIn(error, session.refused, session.unreachable));
      password.current?.select();
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
        <label for="email">{session.email}</label>
        <input
          id="email"
          name="email"
          type="text"
          inputmode="email"
          autocomplete="username"
          autocapitalize="off"
          spellcheck={false}
          required
          defaultValue={desk.user.value?.email ?? ''}
          aria-invalid={problem !== ''}
          aria-describedby="sign-in-problem"
        />
      </div>
      <PasswordField
        id="password"
        label={session.password}
        autocomplete="current-password"
        about="sign-in-problem"
        wrong={problem !== ''}
        field={password}
      />
      <div id="sign-in-problem" role="alert">
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
    </form>
  );
}
