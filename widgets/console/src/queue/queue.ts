import { batch, computed, signal } from '@preact/signals';
import { Backoff } from '@sovinto/ui/backoff.ts';
import { Problem, Unreachable } from '@sovinto/ui/problem.ts';
import type { Client } from '../api/client.ts';
import { about, Gathering } from '../api/gathering.ts';
import timing from '../api/timing.json';
import type {
  Filters,
  Frame,
  Handoff,
  Listing,
  OpenCounts,
  QueueState,
  User,
} from '../api/wire.ts';
import { filters, isNarrowed, NONE, narrow, queryOf } from './filters.ts';
import { belongs, isWhole, type Page, passes, withChange } from './page.ts';
import windowing from './windowing.json';

/** The lists of handoffs, in the backend's order: crisis first, then who has waited longest. */
export class Queue {
  readonly tab = signal<QueueState>('waiting');
  readonly counts = signal<Listing['counts']>({});
  readonly failed = signal(false);
  /** The row that the keys move; by id, so that it stays on its person when the order changes. */
  readonly cursor = signal<string | null>(null);
  /** Conversations in which the debtor has written since they were last looked at. */
  readonly unread = signal<ReadonlySet<string>>(new Set());
  readonly #lists = signal<Partial<Record<QueueState, Page>>>({});
  readonly #page = computed(() => this.#lists.value[this.tab.value] ?? null);
  /** The rows that are here: the first ones of the list. */
  readonly items = computed<Handoff[] | null>(() => this.#page.value?.items ?? null);
  /** How long the list is in all. */
  readonly total = computed(() => this.#page.value?.total ?? 0);
  /** When the waiting times of the list were true. */
  readonly countedAt = signal(Date.now());
  readonly #client: Client;
  readonly #user: () => User | null;
  readonly #backoff = new Backoff();
  readonly #gathering = new Gathering(() => void this.load());
  #asked = 0;
  #fetching = false;

  constructor(client: Client, user: () => User | null) {
    this.#client = client;
    this.#user = user;
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

  narrow(changes: Partial<Filters>): void {
    batch(() => {
      narrow(changes);
      const { mine } = this.#lists.value;
      this.#lists.value = mine ? { mine } : {};
      this.cursor.value = null;
    });
    void this.load();
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    const tab = this.tab.value;
    this.#backoff.cancel();
    const known = this.#lists.value[tab]?.items.length ?? 0;
    const limit = Math.min(windowing.page_most, Math.max(windowing.page, known));
    try {
      const listing = await this.#client.handoffs(tab, { ...this.#query(tab), limit: `${limit}` });
      if (asked !== this.#asked) return;
      this.#backoff.reset();
      batch(() => {
        this.countedAt.value = Date.now();
        this.#put(tab, { items: listing.items, total: totalOf(listing) });
        this.counts.value = listing.counts;
        this.failed.value = false;
      });
    } catch (error) {
      if (asked !== this.#asked) return;
      this.failed.value = true;
      if (error instanceof Unreachable || (error instanceof Problem && error.passing))
        this.#backoff.again(() => void this.load());
    }
  }

  /** The rows up to this place are in sight: those that are not here yet are fetched. */
  async reach(place: number): Promise<void> {
    const page = this.#page.value;
    if (!page || this.#fetching || isWhole(page)) return;
    if (place < page.items.length - windowing.ahead) return;
    const { tab, asked } = { tab: this.tab.value, asked: this.#asked };
    this.#fetching = true;
    let came = 0;
    try {
      const after = page.items.at(-1)?.id ?? '';
      const more = { ...this.#query(tab), after, limit: `${windowing.page}` };
      const listing = await this.#client.handoffs(tab, more);
      const now = this.#lists.value[tab];
      if (asked !== this.#asked || !now) return;
      const known = new Set(now.items.map(({ id }) => id));
      const fresh = listing.items.filter(({ id }) => !known.has(id)).map((it) => this.#timed(it));
      came = fresh.length;
      const items = [...now.items, ...fresh];
      // A page without anything new is the end, whatever was counted.
      this.#put(tab, {
        items,
        total: came ? Math.max(items.length, totalOf(listing)) : items.length,
      });
    } catch {
      // The next scroll asks again.
    } finally {
      this.#fetching = false;
    }
    if (came) await this.reach(place);
  }

  /** Which conversations are the agent's own, for marking what is new in them. */
  async learnMine(): Promise<void> {
    const listing = await this.#client.handoffs('mine').catch(() => null);
    if (listing) this.#put('mine', { items: listing.items, total: totalOf(listing) });
  }

  isMine(conversation: string): boolean {
    return this.#lists.value.mine?.items.some((it) => it.conversation === conversation) ?? false;
  }

  /** What the lists show of a conversation has changed: nothing is asked for, all is in the frame. */
  hear(frame: Frame & { type: 'handoffs' }): void {
    const user = this.#user();
    batch(() => {
      for (const row of frame.items.map((it) => this.#timed(it))) {
        for (const [name, page] of Object.entries(this.#lists.value)) {
          const state = name as QueueState;
          if (state === 'closed') continue;
          const through = state === 'mine' || passes(row, filters.value, user);
          const is = through && belongs(row, state, user?.id ?? '');
          this.#put(state, withChange(page, row, is));
        }
      }
      this.#count(frame.counts);
    });
    // What has ended is sorted otherwise.
    if (this.tab.value === 'closed') this.changed(about(timing.gather_slow_news));
  }

  /** Many changes in one moment are one reload. */
  changed(within: number = timing.gather_news): void {
    this.#gathering.within(within);
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
    this.#gathering.cancel();
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

  #query(tab: QueueState): Record<string, string> {
    return queryOf(tab === 'mine' ? NONE : filters.value);
  }

  #put(tab: QueueState, page: Page): void {
    this.#lists.value = { ...this.#lists.value, [tab]: page };
  }

  /** The counts of some clients are new; how many are the agent's own is seen in the list. */
  #count(changed: OpenCounts): void {
    const clients = { ...this.counts.value.clients, ...changed };
    const all = Object.values(clients);
    const mine = this.#lists.value.mine?.total ?? this.counts.value.mine ?? 0;
    const waiting = all.reduce((sum, it) => sum + it.waiting, 0);
    const taken = all.reduce((sum, it) => sum + it.taken, 0) - mine;
    this.counts.value = { waiting, mine, taken, clients };
    const list = this.#lists.value.waiting;
    if (list && !isNarrowed(filters.value) && list.items.length <= waiting)
      this.#put('waiting', { ...list, total: waiting });
  }

  /** A row that came later than its list, counted from the same moment. */
  #timed(row: Handoff): Handoff {
    const since = (Date.now() - this.countedAt.value) / 1000;
    return { ...row, waiting_seconds: row.waiting_seconds - since };
  }
}

const totalOf = ({ items, total }: Listing): number => total ?? items.length;
