import { signal } from '@preact/signals';
import type { Frame } from '../api/wire.ts';

export type PassedFrame = Frame & { type: 'passed' };

/** What has gone to a colleague or come from one, and has not been looked at since. */
export class Passed {
  readonly news = signal<PassedFrame[]>([]);

  /** Of one conversation only the last is said. */
  hear(frame: PassedFrame): void {
    this.news.value = [...this.#others(frame.conversation), frame];
  }

  seen(conversation: string): void {
    this.news.value = this.#others(conversation);
  }

  clear(): void {
    this.news.value = [];
  }

  #others(conversation: string): PassedFrame[] {
    return this.news.value.filter((it) => it.conversation !== conversation);
  }
}
