import { signal } from '@preact/signals';
import type { Client } from '../api/client.ts';
import timing from '../api/timing.json';
import type { Counts } from './wire.ts';

/** How much is late now. It grows by time alone, so it is asked again now and then. */
export class Deadlines {
  readonly counts = signal<Counts | null>(null);
  readonly #client: Client;
  #asked = 0;
  #again: ReturnType<typeof setInterval> | undefined;
  #gathering: ReturnType<typeof setTimeout> | undefined;

  constructor(client: Client) {
    this.#client = client;
  }

  start(): void {
    clearInterval(this.#again);
    this.#again = setInterval(() => void this.load(), timing.deadlines);
    void this.load();
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    const counts = await this.#client.call<Counts>('GET', 'deadlines/counts').catch(() => null);
    if (counts && asked === this.#asked) this.counts.value = counts;
  }

  /** Many changes in one moment are one question. */
  changed(): void {
    clearTimeout(this.#gathering);
    this.#gathering = setTimeout(() => void this.load(), timing.gather_news);
  }

  clear(): void {
    this.#asked += 1;
    clearInterval(this.#again);
    clearTimeout(this.#gathering);
    this.counts.value = null;
  }
}
