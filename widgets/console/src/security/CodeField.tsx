import { usePageTexts } from '../words/pageTexts.ts';

interface Props {
  hint: string;
  wrong: boolean;
}

/** Where a code of the app is typed. */
export function CodeField({ hint, wrong }: Props) {
  const { code } = usePageTexts('security');
  return (
    <div class="field">
      <label for="security-code">{code}</label>
      <input
        ref={focused}
        id="security-code"
        name="code"
        type="text"
        data-first
        autocomplete="one-time-code"
        autocapitalize="characters"
        spellcheck={false}
        required
        aria-invalid={wrong}
        aria-describedby="security-code-hint security-problem"
      />
      <p class="hint" id="security-code-hint">
        {hint}
      </p>
    </div>
  );
}

const focused = (input: HTMLInputElement | null): void => input?.focus();
