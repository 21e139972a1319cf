import { useRef } from 'preact/hooks';
import { useDesk, useWords } from '../desk.ts';
import { PasswordField } from './PasswordField.tsx';
import { PROBLEM, StepForm } from './StepForm.tsx';

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
  const password = useRef<HTMLInputElement>(null);

  return (
    <StepForm
      primary={primary}
      refused={session.refused}
      again={password}
      submit={(answers) =>
        submit({
          email: String(answers.get('email')).trim(),
          password: String(answers.get('password')),
        })
      }
      fields={(wrong) => (
        <>
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
              aria-invalid={wrong}
              aria-describedby={PROBLEM}
            />
          </div>
          <PasswordField
            id="password"
            label={session.password}
            autocomplete="current-password"
            about={PROBLEM}
            wrong={wrong}
            field={password}
          />
        </>
      )}
    />
  );
}
