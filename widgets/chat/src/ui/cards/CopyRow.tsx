import { useSignal } from '@preact/signals';
import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Check, Copy } from 'lucide';
import timing from '../../sdk/timing.json';
import { fill } from '../texts.ts';
import { useView } from '../view.ts';
import { copy } from './clipboard.ts';

interface Props {
  label: string;
  value: string;
  /** What goes to the clipboard; null for what nobody types into a bank. */
  copied: string | null;
  large?: boolean;
}

export function CopyRow({ label, value, copied, large = false }: Props) {
  const { payment } = useView().texts.value;
  const done = useSignal(false);

  const press = async (event: { currentTarget: HTMLElement }) => {
    if (copied === null || !(await copy(copied, event.currentTarget))) return;
    done.value = true;
    setTimeout(() => {
      done.value = false;
    }, timing.copied_shown_for);
  };

  return (
    <div class={large ? 'row copy large' : 'row copy'}>
      <dt>{label}</dt>
      <dd>{value}</dd>
      {copied !== null && (
        <dd class="copy-do">
          <button
            type="button"
            aria-label={fill(payment.copy, { what: within(label) })}
            onClick={(event) => void press(event)}
          >
            <Icon of={done.value ? Check : Copy} small />
          </button>
          <span role="status" class={done.value ? 'copy-done' : 'unseen'}>
            {done.value && payment.copied}
          </span>
        </dd>
      )}
    </div>
  );
}

/** The label inside a sentence: an abbreviation keeps its capitals. */
const within = (label: string): string =>
  /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
