/** A text put in where the cursor stood, set off from its neighbours by a space. */
export function inserted(draft: string, at: number, text: string): { draft: string; at: number } {
  const before = draft.slice(0, at);
  const after = draft.slice(at);
  const start = before && !/\s$/.test(before) ? `${before} ` : before;
  const end = after && !/^\s/.test(after) ? ` ${after}` : after;
  return { draft: start + text + end, at: (start + text).length };
}

/** Whether a "/" here asks for the replies: at the beginning, or after a space. */
export const asksForReplies = (draft: string, at: number): boolean =>
  at === 0 || /\s/.test(draft.charAt(at - 1));
