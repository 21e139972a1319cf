import { useEffect, useState } from 'preact/hooks';
import { useAnswer } from '../api/useAnswer.ts';
import type { Detail } from '../api/wire.ts';
import { useDesk, useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { Trouble } from '../tools/Trouble.tsx';
import { DialogActs } from './DialogActs.tsx';
import { Note } from './Note.tsx';
import { Outcomes, type Picked } from './Outcomes.tsx';
import { PromisedCall } from './PromisedCall.tsx';
import type { Closing, Ending } from './wire.ts';

/** How it ended can be said although why cannot be asked for. */
const PLAIN: Ending['outcomes'] = (['solved', 'promised', 'no_answer', 'other'] as const).map(
  (outcome) => ({ outcome, reasons: [] }),
);

interface Props {
  conversation: string;
  busy: boolean;
  /** What was handed over, and when a call was promised that is not made yet. */
  of: Pick<Detail, 'handoff' | 'call'>;
  onClose: () => void;
  onChosen: (how: Closing) => void;
}

/** How it ended and why in one press, and one to close; what was done is written already. */
export function CloseDialog({ conversation, busy, of, onClose, onChosen }: Props) {
  const { client } = useDesk();
  const { close, frame } = useWords().texts;
  const path = `conversations/${encodeURIComponent(conversation)}/ending`;
  const { value, problem } = useAnswer(path, () => client.call<Ending>('GET', path));
  const [picked, pick] = useState<Picked | null>(null);
  // Null until somebody changes it: then the summary, however late it comes, takes nothing away.
  const [note, setNote] = useState<string | null>(null);
  // Who was handed over to be called has been called; who came for something else has not.
  const [made, setMade] = useState(of.handoff.kind === 'callback');
  const keepCalls = of.call !== null && !made;
  const text = note ?? value?.summary ?? '';

  const submit = () => {
    if (picked && !busy) onChosen({ ...picked, note: text.trim() || null, keep_calls: keepCalls });
  };
  // Closed with the keys before the summary has come, it would be missing.
  const blocked = !picked || busy || (!value && !problem);
  const outcomes = value?.outcomes ?? (problem ? PLAIN : []);

  useEffect(() => {
    // The dialog opened on the note, which was all there was then.
    if (value && note === null)
      document.querySelector<HTMLElement>('.close-form [name=ending]')?.focus();
  }, [value]);

  return (
    <Dialog title={close.title} stays onClose={onClose}>
      <form
        class="close-form"
        onKeyDown={(event) => {
          const writing = event.target instanceof HTMLTextAreaElement;
          if (event.key !== 'Enter' || (writing && !event.ctrlKey && !event.metaKey)) return;
          if (event.target instanceof HTMLButtonElement) return;
          event.preventDefault();
          if (!blocked) submit();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          if (!blocked) submit();
        }}
      >
        {!value && !problem && <p class="loading">{frame.loading}</p>}
        <Trouble of={problem} />
        <Outcomes of={outcomes} picked={picked} onPick={pick} />
        <Note
          label={close.note}
          hint={close.note_hint}
          value={text}
          rows={Math.min(8, 2 + text.split('\n').length)}
          onChange={setNote}
        />
        {of.call && (
          <PromisedCall at={of.call} client={of.handoff.client} made={made} onChange={setMade} />
        )}
        <DialogActs
          cancel={close.cancel}
          submit={close.submit}
          blocked={blocked}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
