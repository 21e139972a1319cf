import { signal } from '@preact/signals';
import type { Client } from '../api/client.ts';
import { about, Gathering } from '../api/gathering.ts';
import timing from '../api/timing.json';
import type { Counts } from './wire.ts';

/** How much is late now. It grows by time alone, so it is asked again now and then. */
export class Deadlines {
  readonly counts = signal<Counts | null>(null);
  readonly #client: Client;
  #asked = 0;
  #again: ReturnType<typeof setInterval> | undefined;
  readonly #gathering = new Gathering(() => void this.load());

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

  /** Something has changed: what is one's own is seen at once, and what the whole desk does now and then. */
  changed(mine: boolean): void {
    this.#gathering.within(mine ? timing.gather_news : about(timing.deadlines_after_news));
  }

  clear(): void {
    this.#asked += 1;
    clearInterval(this.#again);
    this.#gathering.cancel();
    this.counts.value = null;
  }
}
