import { useState } from 'preact/hooks';
import type { Detail } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { DialogActs } from './DialogActs.tsx';
import { Note } from './Note.tsx';
import { PromisedCall } from './PromisedCall.tsx';

interface Props {
  busy: boolean;
  /** What was handed over, and when a call was promised that is not made yet. */
  of: Pick<Detail, 'handoff' | 'call'>;
  onClose: () => void;
  onChosen: (note: string | null, keepCalls: boolean) => void;
}

/** The assistant goes on with the conversation. */
export function GiveBackDialog({ busy, of, onClose, onChosen }: Props) {
  const { give_back: words, close } = useWords().texts;
  const [note, setNote] = useState('');
  // Who was handed over to be called has been called; who came for something else has not.
  const [made, setMade] = useState(of.handoff.kind === 'callback');
  const keepCalls = of.call !== null && !made;
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form
        class="close-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onChosen(note.trim() || null, keepCalls);
        }}
      >
        <p>{words.text}</p>
        <Note label={words.note} hint={close.note_hint} value={note} onChange={setNote} />
        {of.call && (
          <PromisedCall at={of.call} client={of.handoff.client} made={made} onChange={setMade} />
        )}
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
