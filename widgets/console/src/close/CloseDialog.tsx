import { useState } from 'preact/hooks';
import type { Outcome } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { DialogActs } from './DialogActs.tsx';
import { Note } from './Note.tsx';

interface Props {
  busy: boolean;
  onClose: () => void;
  onChosen: (outcome: Outcome, note: string | null) => void;
}

const outcomes: Outcome[] = ['solved', 'promised', 'no_answer', 'other'];

/** How it ended: one press for the outcome (or its number), one to close. */
export function CloseDialog({ busy, onClose, onChosen }: Props) {
  const { close } = useWords().texts;
  const [outcome, choose] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');

  const submit = () => {
    if (outcome && !busy) onChosen(outcome, note.trim() || null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const numbered = outcomes[Number(event.key) - 1];
    const writing = event.target instanceof HTMLTextAreaElement;
    if (event.key === 'Enter' && (!writing || event.ctrlKey || event.metaKey)) {
      if (event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      submit();
    } else if (numbered && !writing) {
      choose(numbered);
      event.currentTarget instanceof HTMLElement &&
        event.currentTarget.querySelector<HTMLElement>(`[value=${numbered}]`)?.focus();
    }
  };

  return (
    <Dialog title={close.title} onClose={onClose}>
      <form
        class="close-form"
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <fieldset class="outcomes">
          <legend class="unseen">{close.title}</legend>
          {outcomes.map((it, at) => (
            <label class="outcome" key={it}>
              <input
                type="radio"
                name="outcome"
                value={it}
                checked={outcome === it}
                data-first={at === 0 ? true : undefined}
                onChange={() => choose(it)}
              />
              <span>{close[it]}</span>
              <span class="outcome-key" aria-hidden="true">
                <kbd>{at + 1}</kbd>
              </span>
            </label>
          ))}
        </fieldset>
        <Note label={close.note} hint={close.note_hint} value={note} onChange={setNote} />
        <DialogActs
          cancel={close.cancel}
          submit={close.submit}
          blocked={!outcome || busy}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
