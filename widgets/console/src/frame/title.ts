import { effect } from '@preact/signals';
import type { Desk } from '../desk.ts';

const NAME = 'Sovinto';

/** How many wait, and nothing of whom or what: a title shows up in task bars and histories. */
export function keepTitle(desk: Desk): () => void {
  return effect(() => {
    const n = desk.session.state.value === 'in' ? desk.attention.value : 0;
    document.title = n ? `(${n}) ${NAME}` : NAME;
  });
}
