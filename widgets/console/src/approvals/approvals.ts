import { batch, signal } from '@preact/signals';
import type { Client } from '../api/client.ts';
import type { Approval } from './wire.ts';

/**
 * The offers that wait for a yes of somebody of the user's role, the longest waiting first. How many
 * there are is known on every page; what they are is read, and by that written down, by who looks.
 */
export class Approvals {
  /** Their ids. */
  readonly waiting = signal<string[]>([]);
  readonly items = signal<Approval[] | null>(null);
  readonly failed = signal(false);
  readonly #client: Client;
  #looking = false;
  #asked = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  /** The page with them is on the screen, until what this returns is called. */
  look(): () => void {
    this.#looking = true;
    void this.load();
    return () => {
      this.#looking = false;
    };
  }

  /** How many wait may have changed; what is on the screen is read again only when it has. */
  async refresh(): Promise<void> {
    try {
      const { offers } = await this.#client.call<{ offers: string[] }>('GET', 'approvals/waiting');
      this.waiting.value = offers;
    } catch {
      return;
    }
    const shown = this.items.value?.map(({ grant }) => grant.id);
    if (this.#looking && shown && !same(shown, this.waiting.value)) await this.load();
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const { items } = await this.#client.call<{ items: Approval[] }>('GET', 'approvals');
      if (asked !== this.#asked) return;
      batch(() => {
        this.items.value = items;
        this.waiting.value = items.map(({ grant }) => grant.id);
        this.failed.value = false;
      });
    } catch {
      if (asked === this.#asked) this.failed.value = true;
    }
  }

  async decide(offer: string, approved: boolean, note: string | null): Promise<void> {
    try {
      await this.#client.call('POST', `approvals/${encodeURIComponent(offer)}`, { approved, note });
    } catch (error) {
      // Perhaps somebody else was first.
      await this.load();
      throw error;
    }
    batch(() => {
      this.items.value = this.items.value?.filter(({ grant }) => grant.id !== offer) ?? null;
      this.waiting.value = this.waiting.value.filter((id) => id !== offer);
    });
    await this.refresh();
  }

  clear(): void {
    this.#asked += 1;
    batch(() => {
      this.waiting.value = [];
      this.items.value = null;
      this.failed.value = false;
    });
  }
}

const same = (some: string[], others: string[]): boolean =>
  some.length === others.length && some.every((id, at) => id === others[at]);
