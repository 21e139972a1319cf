import type { Detail } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { moment } from '../words/moment.ts';
import { titleOf } from './title.ts';

/** What was written down in the other conversations about the case, the newest first. */
export function CaseNotes({ detail }: { detail: Detail }) {
  const { language, texts } = useWords();
  const earlier = detail.notes.filter((it) => it.conversation !== detail.conversation.id).reverse();
  if (earlier.length === 0) return null;
  return (
    <section class="part">
      <h2 class="part-title">{texts.notes.earlier}</h2>
      <ul class="case-notes">
        {earlier.map((note) => (
          <li key={note.id}>
            <p class="part-note">
              {moment(language, note.at)} · {note.by.name} · {titleOf(note, texts)}
            </p>
            {note.text && <p class="note-text">{note.text}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
