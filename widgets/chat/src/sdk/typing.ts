import { signal } from '@preact/signals';
import timing from './timing.json';

/** Who is writing just now; forgotten soon, since nobody says when they stop. */
export class Typing {
  readonly who = signal<'agent' | 'assistant' | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told = 0;

  hear(sender: 'agent' | 'assistant'): void {
    this.who.value = sender;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.forget(), timing.typing_forgotten_after);
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.who.value = null;
  }

  /** Whether it is time to tell the other side again that the debtor is writing. */
  due(now = Date.now()): boolean {
    if (now - this.#told < timing.typing_told_every) return false;
    this.#told = now;
    return true;
  }
}
