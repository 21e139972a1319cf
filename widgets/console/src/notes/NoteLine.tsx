import { clock } from '@sovinto/ui/format.ts';
import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { StickyNote } from 'lucide';
import { useWords } from '../desk.ts';
import { titleOf } from './title.ts';
import type { Note } from './wire.ts';

/** A note between the lines, which cannot be taken for one of them. */
export function NoteLine({ note }: { note: Note }) {
  const { language, texts } = useWords();
  return (
    <section class="note" aria-label={texts.notes.title}>
      <h2 class="note-who">
        <Icon of={StickyNote} small />
        <span class="note-title">{titleOf(note, texts)}</span>
        <span>{note.by.name}</span>
        <time dateTime={note.at}>{clock(language, note.at)}</time>
      </h2>
      {note.text && <p class="note-text">{note.text}</p>}
      <p class="note-for">{texts.notes.internal}</p>
    </section>
  );
}
