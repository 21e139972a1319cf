import { batch, signal } from '@preact/signals';
import type { Client } from '../api/client.ts';
import timing from '../api/timing.json';
import { sentenceOf } from '../api/useAnswer.ts';
import limits from './limits.json';
import type { Found, Page } from './wire.ts';

/**
 * What an agent searches for. It names people, so it goes as the body of a call and stands in no
 * address, no history of the browser and no storage.
 */
export class Search {
  readonly words = signal('');
  /** Null while nothing is searched for. */
  readonly found = signal<Found[] | null>(null);
  readonly more = signal(false);
  readonly busy = signal(false);
  /** Why it could not be searched; empty where the backend did not say. */
  readonly problem = signal<string | null>(null);
  readonly #client: Client;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  type(words: string): void {
    this.words.value = words;
    clearTimeout(this.#pause);
    if (longestOf(words) < limits.shortest) this.#forget();
    else this.#pause = setTimeout(() => void this.ask(), timing.typing_pause);
  }

  /** At once, without waiting for a pause in the typing. */
  async ask(): Promise<void> {
    clearTimeout(this.#pause);
    if (longestOf(this.words.value) >= limits.shortest) await this.#call(null);
  }

  async older(): Promise<void> {
    const last = this.found.value?.at(-1)?.handoff.conversation;
    if (last && !this.busy.value) await this.#call(last);
  }

  clear(): void {
    clearTimeout(this.#pause);
    this.words.value = '';
    this.#forget();
  }

  async #call(before: string | null): Promise<void> {
    const asked = ++this.#asked;
    batch(() => {
      this.busy.value = true;
      this.problem.value = null;
    });
    try {
      const body = { words: this.words.value.trim(), before };
      const page = await this.#client.call<Page>('POST', 'search', body);
      if (asked !== this.#asked) return;
      batch(() => {
        this.found.value = before ? [...(this.found.value ?? []), ...page.items] : page.items;
        this.more.value = page.more;
      });
    } catch (error) {
      if (asked === this.#asked) this.problem.value = sentenceOf(error, '');
    } finally {
      if (asked === this.#asked) this.busy.value = false;
    }
  }

  #forget(): void {
    this.#asked += 1;
    batch(() => {
      this.found.value = null;
      this.more.value = false;
      this.busy.value = false;
      this.problem.value = null;
    });
  }
}

const longestOf = (words: string): number =>
  Math.max(0, ...words.split(/\s+/).map((word) => word.length));
