import { useWords } from '../desk.ts';
import { TO_PROVIDER } from './ways.ts';

interface Props {
  reason: string;
  /** Null where there is no other way in. */
  onOther: (() => void) | null;
}

/** Somebody came back from the identity provider, and cannot be let in. */
export function Refusal({ reason, onOther }: Props) {
  const { refusal } = useWords().texts.session;
  const reasons: Record<string, string> = refusal.reasons;
  return (
    <div class="sign-in-form">
      <p role="alert">{reasons[reason] ?? refusal.reasons['not-valid']}</p>
      <a class="button primary wide" href={TO_PROVIDER}>
        {refusal.again}
      </a>
      {onOther && (
        <button type="button" class="button wide" onClick={onOther}>
          {refusal.other}
        </button>
      )}
    </div>
  );
}
