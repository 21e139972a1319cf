import { fill, named, type Texts } from '../words/texts.ts';
import type { Note } from './wire.ts';

/** What kind of note it is, in a few words. */
export function titleOf({ kind, about }: Note, { notes, holds, close }: Texts): string {
  if (kind === 'note') return notes.title;
  if (kind === 'returned') return notes.returned;
  const words: Record<string, string> = kind === 'closed' ? close : holds;
  return fill(notes[kind], { what: named(words, about ?? '') });
}
