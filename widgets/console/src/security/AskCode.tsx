import { Dialog } from '../frame/Dialog.tsx';
import { usePageTexts } from '../words/pageTexts.ts';
import { CodeField } from './CodeField.tsx';
import { Trouble } from './Trouble.tsx';
import { useSending } from './useSending.ts';

interface Props {
  title: string;
  text: string;
  submit: string;
  onClose: () => void;
  act: (code: string) => Promise<void>;
}

/** An open desk is not enough for this: a code is asked for first. */
export function AskCode({ title, text, submit, onClose, act }: Props) {
  const own = usePageTexts('security');
  const { busy, trouble, send } = useSending();
  return (
    <Dialog title={title} stays onClose={onClose}>
      <form
        class="security-form"
        onSubmit={(event) => {
          event.preventDefault();
          const code = String(new FormData(event.currentTarget).get('code'));
          void send(() => act(code));
        }}
      >
        <p>{text}</p>
        <CodeField hint={own.code_or_recovery} wrong={trouble !== ''} />
        <Trouble text={trouble} />
        <div class="dialog-acts">
          <button type="button" class="button" onClick={onClose}>
            {own.cancel}
          </button>
          <button type="submit" class="button primary" aria-disabled={busy}>
            {submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
