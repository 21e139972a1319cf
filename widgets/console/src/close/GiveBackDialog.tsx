import { useState } from 'preact/hooks';
import { useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { DialogActs } from './DialogActs.tsx';
import { Note } from './Note.tsx';

interface Props {
  busy: boolean;
  onClose: () => void;
  onChosen: (note: string | null) => void;
}

/** The assistant goes on with the conversation. */
export function GiveBackDialog({ busy, onClose, onChosen }: Props) {
  const { give_back: words, close } = useWords().texts;
  const [note, setNote] = useState('');
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form
        class="close-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onChosen(note.trim() || null);
        }}
      >
        <p>{words.text}</p>
        <Note label={words.note} hint={close.note_hint} value={note} onChange={setNote} />
        <DialogActs
          cancel={words.cancel}
          submit={words.submit}
          blocked={busy}
          onCancel={onClose}
          first
        />
      </form>
    </Dialog>
  );
}
