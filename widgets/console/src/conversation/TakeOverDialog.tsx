import { useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { fill } from '../words/texts.ts';

interface Props {
  name: string;
  busy: boolean;
  onClose: () => void;
  onSure: () => void;
}

/** A colleague loses it: that is asked before it is done. */
export function TakeOverDialog({ name, busy, onClose, onSure }: Props) {
  const words = useWords().texts.holder;
  return (
    <Dialog title={fill(words.sure.title, { name })} onClose={onClose}>
      <p>{fill(words.sure.text, { name })}</p>
      <div class="dialog-acts">
        <button type="button" class="button" onClick={onClose}>
          {words.sure.cancel}
        </button>
        <button
          type="button"
          class="button primary"
          data-first
          aria-disabled={busy}
          onClick={onSure}
        >
          {words.take_over}
        </button>
      </div>
    </Dialog>
  );
}
