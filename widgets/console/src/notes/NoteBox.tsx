import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { uuid } from '@sovinto/ui/uuid.ts';
import { StickyNote, TriangleAlert } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { sentenceOf } from '../api/useAnswer.ts';
import type { Work } from '../conversation/work.ts';
import { useDesk, useWords } from '../desk.ts';
import { Tip } from '../keyboard/Tip.tsx';
import limits from './limits.json';

/** Where a note for colleagues is written: it looks unlike the place where one writes to the debtor. */
export function NoteBox({ work, onDone }: { work: Work; onDone: () => void }) {
  const { client } = useDesk();
  const { notes, frame, close } = useWords().texts;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  // Made once: a note that is saved again after a lost answer is the same note.
  const id = useRef(uuid());
  const text = work.noteDraft.value;
  const blocked = !text.trim() || busy;

  const save = async () => {
    if (blocked) return;
    setBusy(true);
    setTrouble('');
    try {
      const body = { id: id.current, text: text.trim() };
      await client.call('POST', `conversations/${encodeURIComponent(work.id)}/notes`, body);
      work.keepNote('');
      await work.load();
      onDone();
    } catch (error) {
      setTrouble(sentenceOf(error, frame.failed));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      class="foot note-box"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Escape') onDone();
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void save();
        }
      }}
    >
      <label class="note-label" for="note-text">
        <Icon of={StickyNote} small />
        {notes.label}
      </label>
      <textarea
        id="note-text"
        class="composer-box"
        rows={limits.rows}
        maxLength={limits.characters}
        autocomplete="off"
        value={text}
        onInput={(event) => work.keepNote(event.currentTarget.value)}
      />
      {trouble && (
        <p class="notice notice-bad" role="alert">
          <Icon of={TriangleAlert} small />
          {trouble}
        </p>
      )}
      <div class="note-acts">
        <button type="button" class="button" onClick={onDone}>
          {close.cancel}
        </button>
        <button
          type="submit"
          class="button"
          aria-disabled={blocked}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {notes.save}
          <Tip command="send" side="end" />
        </button>
      </div>
    </form>
  );
}
