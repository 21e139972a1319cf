import { batch, computed, signal } from '@preact/signals';
import { Backoff } from '@sovinto/ui/backoff.ts';
import { Problem, Unreachable } from '@sovinto/ui/problem.ts';
import type { Client } from '../api/client.ts';
import timing from '../api/timing.json';
import type { Handoff, Listing, QueueState } from '../api/wire.ts';

/** The lists of handoffs, in the backend's order: crisis first, then who has waited longest. */
export class Queue {
  readonly tab = signal<QueueState>('waiting');
  readonly counts = signal<Listing['counts']>({});
  readonly failed = signal(false);
  /** The row that the keys move; by id, so that it stays on its person when the order changes. */
  readonly cursor = signal<string | null>(null);
  /** Conversations in which the debtor has written since they were last looked at. */
  readonly unread = signal<ReadonlySet<string>>(new Set());
  readonly #lists = signal<Partial<Record<QueueState, Handoff[]>>>({});
  readonly items = computed<Handoff[] | null>(() => this.#lists.value[this.tab.value] ?? null);
  /** When the waiting times of the list were true. */
  readonly countedAt = signal(Date.now());
  readonly #client: Client;
  readonly #backoff = new Backoff();
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  show(tab: QueueState): void {
    if (this.tab.value === tab) return;
    batch(() => {
      this.tab.value = tab;
      this.cursor.value = null;
      this.failed.value = false;
    });
    void this.load();
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    const tab = this.tab.value;
    this.#backoff.cancel();
    try {
      const { items, counts } = await this.#client.handoffs(tab);
      if (asked !== this.#asked) return;
      this.#backoff.reset();
      batch(() => {
        this.#lists.value = { ...this.#lists.value, [tab]: items };
        this.counts.value = counts;
        this.countedAt.value = Date.now();
        this.failed.value = false;
      });
    } catch (error) {
      if (asked !== this.#asked) return;
      this.failed.value = true;
      if (error instanceof Unreachable || (error instanceof Problem && error.passing))
        this.#backoff.again(() => void this.load());
    }
  }

  /** Which conversations are the agent's own, for marking what is new in them. */
  async learnMine(): Promise<void> {
    const listing = await this.#client.handoffs('mine').catch(() => null);
    if (listing) this.#lists.value = { ...this.#lists.value, mine: listing.items };
  }

  isMine(conversation: string): boolean {
    return this.#lists.value.mine?.some((it) => it.conversation === conversation) ?? false;
  }

  /** Many changes in one moment are one reload. */
  changed(): void {
    clearTimeout(this.#gathering);
    this.#gathering = setTimeout(() => void this.load(), timing.gather_news);
  }

  wrote(conversation: string): void {
    this.unread.value = new Set([...this.unread.value, conversation]);
  }

  seen(conversation: string): void {
    if (!this.unread.value.has(conversation)) return;
    this.unread.value = new Set([...this.unread.value].filter((id) => id !== conversation));
  }

  /** The row before or after the cursor; the ends are ends. */
  move(step: 1 | -1, from: string | null): Handoff | null {
    const items = this.items.value ?? [];
    const at = items.findIndex((it) => it.id === this.cursor.value);
    const start = at >= 0 ? at : items.findIndex((it) => it.conversation === from);
    const next = items[start < 0 ? 0 : Math.min(items.length - 1, Math.max(0, start + step))];
    this.cursor.value = next?.id ?? null;
    return next ?? null;
  }

  stop(): void {
    clearTimeout(this.#gathering);
    this.#backoff.cancel();
  }

  clear(): void {
    this.stop();
    batch(() => {
      this.#asked += 1;
      this.#lists.value = {};
      this.counts.value = {};
      this.unread.value = new Set();
      this.cursor.value = null;
      this.tab.value = 'waiting';
    });
  }
}
