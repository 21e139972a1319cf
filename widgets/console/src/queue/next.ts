import { signal } from '@preact/signals';
import { Problem } from '@sovinto/ui/problem.ts';
import { uuid } from '@sovinto/ui/uuid.ts';
import type { Client } from '../api/client.ts';
import type { Detail } from '../api/wire.ts';

/** Taking the best one that waits: one press, one conversation, also when the answer was lost. */
export class Next {
  readonly busy = signal(false);
  /** Why there is none, as the backend says it; empty when nothing came back. */
  readonly refusal = signal<string | null>(null);
  readonly #client: Client;
  #key: string | null = null;

  constructor(client: Client) {
    this.#client = client;
  }

  async take(): Promise<Detail | null> {
    if (this.busy.value) return null;
    this.busy.value = true;
    this.refusal.value = null;
    this.#key ??= uuid();
    try {
      const detail = await this.#client.takeNext(this.#key);
      this.#key = null;
      return detail;
    } catch (error) {
      const answered = error instanceof Problem;
      this.refusal.value = answered ? error.detail : '';
      // Without an answer it may have been done: the next press asks for the same one.
      if (answered && !error.passing) this.#key = null;
      return null;
    } finally {
      this.busy.value = false;
    }
  }

  forget(): void {
    this.refusal.value = null;
  }
}
