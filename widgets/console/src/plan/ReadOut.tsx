import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { TriangleAlert } from 'lucide';
import { DialogActs } from '../close/DialogActs.tsx';
import { useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { fill } from '../words/texts.ts';

interface Props {
  words: string[];
  /** The language that the words are in. */
  language: string;
  name: string;
  busy: boolean;
  trouble: string;
  onClose: () => void;
  onYes: () => void;
}

/** What is read to the debtor on the phone; their yes to these words is the agreement. */
export function ReadOut({ words, language, name, busy, trouble, onClose, onYes }: Props) {
  const { read_out: texts } = useWords().texts.granting;
  return (
    <Dialog title={texts.title} stays onClose={onClose}>
      <form
        class="close-form"
        onSubmit={(event) => {
          event.preventDefault();
          onYes();
        }}
      >
        <p>{fill(texts.text, { name })}</p>
        <blockquote class="plan-words" lang={language}>
          {words.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </blockquote>
        {trouble && (
          <p class="notice notice-bad" role="alert">
            <Icon of={TriangleAlert} small />
            {trouble}
          </p>
        )}
        <DialogActs
          cancel={texts.cancel}
          submit={fill(texts.yes, { name })}
          blocked={busy}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
