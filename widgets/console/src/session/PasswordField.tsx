import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Eye } from 'lucide';
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../desk.ts';

interface Props {
  id: string;
  label: string;
  autocomplete: 'current-password' | 'new-password';
  /** The ids of what is said about it. */
  about: string;
  wrong: boolean;
  /** Whether the dialog begins here. */
  first?: boolean;
  least?: number;
  field?: RefObject<HTMLInputElement | null>;
}

/** Hidden, unless its writer wants to see it. */
export function PasswordField({ id, label, about, wrong, first, least, field, ...rest }: Props) {
  const { session } = useWords().texts;
  const [shown, show] = useState(false);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-with-act">
        <input
          ref={field ?? null}
          id={id}
          name={id}
          // The types know a password box only as one that stays hidden.
          type={(shown ? 'text' : 'password') as 'password'}
          autocomplete={rest.autocomplete}
          required
          {...(least && { minLength: least })}
          {...(first && { 'data-first': true })}
          aria-invalid={wrong}
          aria-describedby={about}
        />
        <button
          type="button"
          class="button quiet"
          aria-label={session.show}
          aria-pressed={shown}
          onClick={() => show(!shown)}
        >
          <Icon of={Eye} />
        </button>
      </div>
    </div>
  );
}
