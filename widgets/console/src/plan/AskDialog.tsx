import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import { DialogActs } from '../close/DialogActs.tsx';
import { Note } from '../close/Note.tsx';
import { useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { fill } from '../words/texts.ts';

interface Props {
  role: string;
  busy: boolean;
  trouble: string;
  onClose: () => void;
  onAsk: (note: string) => void;
}

/** Why somebody of another role should say yes. */
export function AskDialog({ role, busy, trouble, onClose, onAsk }: Props) {
  const { granting, close } = useWords().texts;
  const [note, setNote] = useState('');
  return (
    <Dialog title={granting.ask} stays onClose={onClose}>
      <form
        class="close-form"
        onSubmit={(event) => {
          event.preventDefault();
          onAsk(note.trim());
        }}
      >
        <Note
          label={granting.why}
          hint={fill(granting.why_hint, { role })}
          value={note}
          onChange={setNote}
        />
        {trouble && (
          <p class="notice notice-bad" role="alert">
            <Icon of={TriangleAlert} small />
            {trouble}
          </p>
        )}
        <DialogActs cancel={close.cancel} submit={granting.ask} blocked={busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
