import { computed, effect, signal } from '@preact/signals';
import { Reach } from '@sovinto/ui/reach.ts';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Alerts } from './alerts/alerts.ts';
import { Client } from './api/client.ts';
import { Live } from './api/live.ts';
import type { Frame, User } from './api/wire.ts';
import { Approvals } from './approvals/approvals.ts';
import { Work } from './conversation/work.ts';
import { Deadlines } from './deadlines/deadlines.ts';
import { OnDuty } from './duty/onDuty.ts';
import { may } from './frame/pages.ts';
import { Next } from './queue/next.ts';
import { Passed } from './queue/passed.ts';
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
  readonly queue = new Queue(this.client, () => this.session.user.value);
  readonly next = new Next(this.client);
  readonly duty = new OnDuty(this.client);
  readonly passed = new Passed();
  /** Goes up when something that a leader's overview shows has changed. */
  readonly teamChanged = signal(0);
  readonly approvals = new Approvals(this.client);
  readonly search = new Search(this.client);
  readonly alerts = new Alerts(() => this.words.value?.texts.alerts.news ?? null);
  readonly deadlines = new Deadlines(this.client);
  readonly live = new Live({
    frame: (frame) => this.#hear(frame),
    back: () => this.#flush(),
    anew: () => this.refresh(),
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
    this.live.looking(id);
    if (!id) return null;
    this.queue.seen(id);
    this.passed.seen(id);
    const known = this.#works.has(id);
    const work = this.#work(id);
    work.lookers.value = [];
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
    this.#countApprovals();
    void this.queue.learnMine();
    void this.duty.load();
    this.teamChanged.value += 1;
    if (this.#open) void this.#work(this.#open).load();
    this.#flush();
  }

  /** The best one that waits is the agent's now; its id, or null when there is none. */
  async takeNext(): Promise<string | null> {
    const detail = await this.next.take();
    if (!detail) return null;
    const work = this.#work(detail.conversation.id);
    work.took(detail);
    work.toBeAnswered = true;
    return detail.conversation.id;
  }

  #flush(): void {
    for (const work of this.#works.values()) void work.outbox.flush();
  }

  async signOut(): Promise<void> {
    this.live.leave();
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
    if (frame.type === 'queue') this.queue.changed();
    if (frame.type === 'handoffs') {
      this.queue.hear(frame);
      // Who is away is not called.
      if (this.duty.state.value !== 'away') this.alerts.hear(frame.items);
    }
    if (frame.type === 'duty' && frame.user === this.session.user.value?.id) void this.duty.load();
    if (frame.type === 'duty' || frame.type === 'handoffs') this.teamChanged.value += 1;
    if (frame.type !== 'typing' && frame.type !== 'ping') {
      this.deadlines.changed('conversation' in frame && this.#isMine(frame.conversation));
    }
    if (!('conversation' in frame)) return;
    const { conversation } = frame;
    if (frame.type === 'message' && frame.message.sender === 'debtor') this.#wrote(conversation);
    if (frame.type === 'passed') this.#passed(frame);
    if (frame.type === 'grant') {
      this.#countApprovals();
      this.#wrote(conversation);
    }
    if (conversation === this.#open || this.#works.get(conversation)?.detail.value) {
      this.#works.get(conversation)?.hear(frame);
    }
  }

  /** It has gone to a colleague, or has come from one: said at once, wherever the agent looks. */
  #passed(frame: Frame & { type: 'passed' }): void {
    const looking = frame.conversation === this.#open;
    if (!looking) this.passed.hear(frame);
    if (frame.mine && !looking) {
      this.queue.wrote(frame.conversation);
      this.alerts.tell('message');
    }
    if (looking) void this.#works.get(frame.conversation)?.load();
  }

  #countApprovals(): void {
    if (may(this.session.user.value, 'plan.approve')) void this.approvals.refresh();
  }

  /** Something has come that its holder is to look at. */
  #wrote(conversation: string): void {
    const looking = conversation === this.#open && document.visibilityState === 'visible';
    if (!this.#isMine(conversation) || looking) return;
    this.queue.wrote(conversation);
    this.alerts.tell('message');
  }

  #isMine(conversation: string): boolean {
    const held = this.#works.get(conversation)?.holder.value === 'me';
    return held || this.queue.isMine(conversation);
  }

  #signedIn(user: User, before: User | null): void {
    if (before?.id !== user.id) {
      this.#clear();
      this.#kept = new Kept(user.id);
      this.#kept.claim();
      this.alerts.belongTo(user.id);
    }
    // Who does not work the queue has no queue to listen to.
    if (!may(user, 'queue.work')) return;
    for (const id of this.#kept.unsent()) this.#work(id);
    this.live.start();
    this.deadlines.start();
    this.refresh();
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
    this.alerts.clear();
    this.passed.clear();
    this.duty.clear();
    this.deadlines.clear();
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
