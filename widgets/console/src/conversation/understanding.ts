import { signal } from '@preact/signals';

const KEPT = 'sovinto:console-understood';

/** Whether what was understood is shown beside the debtor's lines; the agent's own choice. */
export const understoodShown = signal(localStorage.getItem(KEPT) !== 'off');

export function showUnderstood(yes: boolean): void {
  understoodShown.value = yes;
  localStorage.setItem(KEPT, yes ? 'on' : 'off');
}
