import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Problem } from '@sovinto/ui/problem.ts';
import { TriangleAlert } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { useDesk, useWords } from '../desk.ts';
import { PasswordField } from './PasswordField.tsx';

export function SignIn() {
  const { session: desk } = useDesk();
  const { language, texts } = useWords();
  const { session } = texts;
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const password = useRef<HTMLInputElement>(null);

  const submit = async (form: HTMLFormElement) => {
    if (busy) return;
    const values = new FormData(form);
    setBusy(true);
    setProblem('');
    try {
      await desk.signIn(String(values.get('email')).trim(), String(values.get('password')));
    } catch (error) {
      setBusy(false);
      setProblem(sentence(error, session.refused, session.unreachable));
      password.current?.select();
    }
  };

  return (
    <main class="sign-in" lang={language}>
      <form
        class="sign-in-form"
        aria-labelledby="sign-in-title"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        <div>
          <p class="sign-in-name">Sovinto</p>
          <h1 id="sign-in-title" class="sign-in-title">
            {session.title}
          </h1>
          <p class="hint">{session.for_whom}</p>
        </div>
        {desk.expired.value && <p class="notice">{session.expired}</p>}
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
        <button type="submit" class="button primary wide" aria-disabled={busy}>
          {busy ? session.submitting : session.submit}
        </button>
      </form>
    </main>
  );
}

function sentence(error: unknown, refused: string, unreachable: string): string {
  if (!(error instanceof Problem)) return unreachable;
  // Before signing in the backend does not know the reader's language; a wrong password we can say.
  if (error.status === 401) return refused;
  return error.detail || unreachable;
}
