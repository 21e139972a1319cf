import { batch, signal } from '@preact/signals';
import type { Client } from '../api/client.ts';
import type { Approval } from './wire.ts';

/** The offers that wait for a yes of somebody of the user's role, the longest waiting first. */
export class Approvals {
  readonly items = signal<Approval[] | null>(null);
  readonly failed = signal(false);
  readonly #client: Client;
  #asked = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const { items } = await this.#client.call<{ items: Approval[] }>('GET', 'approvals');
      if (asked !== this.#asked) return;
      batch(() => {
        this.items.value = items;
        this.failed.value = false;
      });
    } catch {
      if (asked === this.#asked) this.failed.value = true;
    }
  }

  async decide(offer: string, approved: boolean, note: string | null): Promise<void> {
    try {
      await this.#client.call('POST', `approvals/${encodeURIComponent(offer)}`, { approved, note });
    } finally {
      // Also when it was refused: perhaps somebody else was first.
      await this.load();
    }
  }

  clear(): void {
    this.#asked += 1;
    batch(() => {
      this.items.value = null;
      this.failed.value = false;
    });
  }
}
