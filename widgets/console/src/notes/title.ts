import { fill, named, type Texts } from '../words/texts.ts';
import type { Note } from './wire.ts';

/** What kind of note it is, in a few words. */
export function titleOf({ kind, about }: Note, { notes, holds, close }: Texts): string {
  if (kind === 'note') return notes.title;
  if (kind === 'returned') return notes.returned;
  if (kind !== 'closed') return fill(notes[kind], { what: named(holds, about ?? '') });
  const [outcome = '', reason] = (about ?? '').split('.');
  const { reasons, ...outcomes } = close;
  const what = [named(outcomes, outcome), reason && named(reasons, reason)];
  return fill(notes.closed, { what: what.filter(Boolean).join(', ') });
}
