import type { Macro } from '../tools/wire.ts';
import type { Reply } from './wire.ts';

export type Choice = { kind: 'reply'; reply: Reply } | { kind: 'macro'; macro: Macro };

export const idOf = (choice: Choice): string =>
  choice.kind === 'reply' ? `reply-${choice.reply.name}` : `macro-${choice.macro.name}`;

/** What holds all the words, wherever they stand; what is called so goes before what says so. */
export function matching(replies: Reply[], macros: Macro[], words: string): Choice[] {
  const all: Choice[] = [
    ...replies.map((reply): Choice => ({ kind: 'reply', reply })),
    ...macros.map((macro): Choice => ({ kind: 'macro', macro })),
  ];
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return all;
  const called = (it: Choice) => folded(titleOf(it));
  const said = (it: Choice) =>
    `${called(it)} ${it.kind === 'reply' ? folded(it.reply.text ?? '') : ''}`;
  const holds = (text: string) => wanted.every((word) => text.includes(word));
  const found = all.filter((it) => holds(said(it)));
  return [...found.filter((it) => holds(called(it))), ...found.filter((it) => !holds(called(it)))];
}

export const titleOf = (choice: Choice): string =>
  choice.kind === 'reply' ? choice.reply.title : choice.macro.title;

/** Without marks above and below, so that a keyboard of another language finds it too. */
const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
