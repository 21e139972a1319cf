import { signal } from '@preact/signals';
import timing from '../api/timing.json';

/** Whether the debtor is writing; forgotten soon, since nobody says when they stop. */
export class Typing {
  readonly now = signal(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told = Number.NEGATIVE_INFINITY;

  hear(): void {
    this.now.value = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.forget(), timing.typing_forgotten_after);
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.now.value = false;
  }

  /** Whether it is time to tell the debtor again that the agent is writing. */
  due(at = Date.now()): boolean {
    if (at - this.#told < timing.typing_told_every) return false;
    this.#told = at;
    return true;
  }
}
