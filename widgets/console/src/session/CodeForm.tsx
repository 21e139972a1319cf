import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../desk.ts';
import { PROBLEM, StepForm } from './StepForm.tsx';

interface Props {
  submit: (code: string) => Promise<void>;
  onBack: () => void;
}

/** The second step: a code of the app, or a recovery code. */
export function CodeForm({ submit, onBack }: Props) {
  const { code: own } = useWords().texts.session;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  return (
    <StepForm
      primary
      refused={own.refused}
      again={field}
      submit={(answers) => submit(String(answers.get('code')))}
      fields={(wrong) => (
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
            aria-invalid={wrong}
            aria-describedby={`code-hint ${PROBLEM}`}
          />
          <p class="hint" id="code-hint">
            {own.hint}
          </p>
        </div>
      )}
    >
      <button type="button" class="button wide" onClick={onBack}>
        {own.back}
      </button>
    </StepForm>
  );
}
