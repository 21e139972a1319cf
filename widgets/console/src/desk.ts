import { computed, effect, signal } from '@preact/signals';
import { Reach } from '@sovinto/ui/reach.ts';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Client } from './api/client.ts';
import { Live } from './api/live.ts';
import type { Frame, User } from './api/wire.ts';
import { Approvals } from './approvals/approvals.ts';
import { Work } from './conversation/work.ts';
import { may } from './frame/pages.ts';
import { Queue } from './queue/queue.ts';
import { Search } from './search/search.ts';
import { Kept } from './session/kept.ts';
import { Session } from './session/session.ts';
import { load, readable, type Texts } from './words/texts.ts';

/** All that one agent has in front of them, for as long as the tab is open. */
export class Desk {
  readonly reach = new Reach(() => this.live.restart());
  readonly client = new Client({
    answered: (yes) => this.reach.answered(yes),
    signedOut: () => this.#expired(),
  });
  readonly session = new Session(this.client, (user, before) => this.#signedIn(user, before));
  readonly queue = new Queue(this.client);
  readonly approvals = new Approvals(this.client);
  readonly search = new Search(this.client);
  readonly live = new Live({
    frame: (frame) => this.#hear(frame),
    back: () => this.refresh(),
    refused: () => void this.queue.load(),
  });
  readonly words = signal<{ language: string; texts: Texts } | null>(null);
  readonly attention = computed(
    () => (this.queue.counts.value.waiting ?? 0) + this.queue.unread.value.size,
  );
  readonly #works = new Map<string, Work>();
  #kept = new Kept('');
  #open: string | null = null;

  constructor(languages: readonly string[]) {
    effect(() => {
      const language = readable([this.session.user.value?.language, ...languages]);
      void load(language).then((texts) => {
        this.words.value = { language, texts };
      });
    });
  }

  /** The conversation that is on screen; null for none. */
  looksAt(id: string | null): Work | null {
    this.#open = id;
    if (!id) return null;
    this.queue.seen(id);
    const known = this.#works.has(id);
    const work = this.#work(id);
    if (!known || work.detail.value) void work.load();
    return work;
  }

  /** The agent is back at this tab. */
  looksAgain(): void {
    if (this.#open) this.queue.seen(this.#open);
  }

  /** What is shown may be old: read it again, and send what is still here. */
  refresh(): void {
    void this.queue.load();
    this.#loadApprovals();
    if (this.#open) void this.#work(this.#open).load();
    for (const work of this.#works.values()) void work.outbox.flush();
  }

  async signOut(): Promise<void> {
    const answer = await this.session.signOut();
    this.live.stop();
    this.#clear();
    this.#kept.clear();
    if (answer) location.assign(answer.goodbye);
  }

  #work(id: string): Work {
    const { client, session, queue } = this;
    const work =
      this.#works.get(id) ??
      new Work(id, {
        client,
        kept: this.#kept,
        user: session.user,
        onChanged: () => queue.changed(),
      });
    this.#works.set(id, work);
    return work;
  }

  #hear(frame: Frame): void {
    if (frame.type !== 'typing') this.queue.changed();
    if (!('conversation' in frame)) return;
    const { conversation } = frame;
    if (frame.type === 'message' && frame.message.sender === 'debtor') this.#wrote(conversation);
    if (frame.type === 'grant') {
      this.#loadApprovals();
      this.#wrote(conversation);
    }
    if (conversation === this.#open || this.#works.get(conversation)?.detail.value) {
      this.#works.get(conversation)?.hear(frame);
    }
  }

  #loadApprovals(): void {
    if (may(this.session.user.value, 'plan.approve')) void this.approvals.load();
  }

  /** Something has come that its holder is to look at. */
  #wrote(conversation: string): void {
    const looking = conversation === this.#open && document.visibilityState === 'visible';
    const held = this.#works.get(conversation)?.holder.value === 'me';
    if ((held || this.queue.isMine(conversation)) && !looking) this.queue.wrote(conversation);
  }

  #signedIn(user: User, before: User | null): void {
    if (before?.id !== user.id) {
      this.#clear();
      this.#kept = new Kept(user.id);
      this.#kept.claim();
    }
    // Who does not work the queue has no queue to listen to.
    if (!may(user, 'queue.work')) return;
    for (const id of this.#kept.unsent()) this.#work(id);
    this.live.start();
    this.refresh();
    void this.queue.learnMine();
  }

  #expired(): void {
    this.live.stop();
    this.queue.stop();
    this.session.expire();
  }

  #clear(): void {
    for (const work of this.#works.values()) work.outbox.stop();
    this.#works.clear();
    this.queue.clear();
    this.approvals.clear();
    this.search.clear();
  }
}

const Context = createContext<Desk | null>(null);

export const DeskProvider = Context.Provider;

export function useDesk(): Desk {
  const desk = useContext(Context);
  if (!desk) throw new Error('outside of the console');
  return desk;
}

/** The agent's language and the console's texts in it. */
export function useWords(): { language: string; texts: Texts } {
  const words = useDesk().words.value;
  if (!words) throw new Error('the texts are not there yet');
  return words;
}
