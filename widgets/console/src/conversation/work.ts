import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { Problem } from '@sovinto/ui/problem.ts';
import type { Client } from '../api/client.ts';
import type { Detail, Frame, Handoff, Message, Named, Undelivered, User } from '../api/wire.ts';
import type { Closing } from '../close/wire.ts';
import type { Kept } from '../session/kept.ts';
import type { Tool } from '../tools/tool.ts';
import { Outbox } from './outbox.ts';
import { Typing } from './typing.ts';

interface Options {
  client: Client;
  kept: Kept;
  user: ReadonlySignal<User | null>;
  /** Something that the lists show has changed. */
  onChanged: () => void;
}

export type Holder = 'me' | 'other' | 'waiting' | 'returned' | 'closed';
export type Act = 'take' | 'take_over' | 'assign' | 'close' | 'return';

/** One conversation as the agent has it open: what is known, what is written, what is being done. */
export class Work {
  readonly detail = signal<Detail | null>(null);
  readonly missing = signal(false);
  readonly failed = signal(false);
  /** Why the last act was refused, as the backend says it; empty when it said nothing. */
  readonly refusal = signal<string | null>(null);
  readonly busy = signal<Act | null>(null);
  /** Somebody else took it while it was open here. */
  readonly lost = signal(false);
  readonly draft = signal('');
  readonly noteDraft = signal('');
  /** A note for colleagues is being written. */
  readonly noting = signal(false);
  /** What is opened over the conversation. */
  readonly tool = signal<Tool | null>(null);
  readonly typing = new Typing();
  /** Whether the colleague who has it is writing. */
  readonly colleagueTyping = new Typing();
  /** Who else has it on the screen. */
  readonly lookers = signal<Named[]>([]);
  /** It was taken before it was opened: the agent goes on in the reply. */
  toBeAnswered = false;
  readonly outbox: Outbox;
  readonly messages = computed<Message[]>(() => this.detail.value?.messages ?? []);
  readonly holder;
  readonly id: string;
  readonly #options: Options;
  #asked = 0;

  constructor(id: string, options: Options) {
    this.id = id;
    this.#options = options;
    const { client, kept, user } = options;
    this.draft.value = kept.draft(id);
    this.noteDraft.value = kept.draft(noteOf(id));
    this.outbox = new Outbox({
      kept: kept.outbox(id),
      keep: (pending) => kept.keepOutbox(id, pending),
      deliver: (message) => client.send(id, message),
      onSent: (message) => this.#add(message),
    });
    this.holder = computed<Holder>(() => {
      const handoff = this.detail.value?.handoff;
      if (handoff?.state !== 'taken') return handoff?.state ?? 'waiting';
      return handoff.taken_by?.id === user.value?.id ? 'me' : 'other';
    });
  }

  keepDraft(text: string): void {
    this.draft.value = text;
    this.#options.kept.keepDraft(this.id, text);
  }

  keepNote(text: string): void {
    this.noteDraft.value = text;
    this.#options.kept.keepDraft(noteOf(this.id), text);
  }

  send(): void {
    const text = this.draft.value.trim();
    if (!text || this.holder.value !== 'me') return;
    this.keepDraft('');
    this.outbox.put(text);
  }

  /** A refused message goes back into the box, before what is there. */
  edit(id: string): void {
    const text = this.outbox.withdraw(id);
    this.keepDraft([text, this.draft.value].filter(Boolean).join('\n'));
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const detail = await this.#options.client.conversation(this.id);
      if (asked === this.#asked) this.#show(detail);
    } catch (error) {
      if (asked !== this.#asked) return;
      this.missing.value = error instanceof Problem && error.status === 404;
      this.failed.value = !this.missing.value;
    }
  }

  take(): Promise<boolean> {
    return this.#act('take', async () => {
      this.took(await this.#options.client.take(this.id));
    });
  }

  /** From the colleague who has it on this screen; nobody else loses it. */
  takeOver(): Promise<boolean> {
    const holder = this.detail.value?.handoff.taken_by?.id ?? '';
    return this.#act('take_over', async () => {
      this.took(await this.#options.client.takeOver(this.id, holder));
    });
  }

  assign(to: string): Promise<boolean> {
    return this.#act('assign', () => this.#options.client.assign(this.id, to));
  }

  /** It has come to the agent, with all about it. */
  took(detail: Detail): void {
    this.#asked += 1;
    this.#show(detail);
  }

  close(how: Closing): Promise<boolean> {
    return this.#act('close', () => this.#options.client.close(this.id, how));
  }

  giveBack(note: string | null, keepCalls: boolean): Promise<boolean> {
    return this.#act('return', () => this.#options.client.giveBack(this.id, note, keepCalls));
  }

  hear(frame: Frame): void {
    if (frame.type === 'typing') {
      const typing = frame.sender === 'agent' ? this.colleagueTyping : this.typing;
      typing.hear();
    } else if (frame.type === 'lookers') this.lookers.value = frame.who;
    else if (frame.type === 'handoffs') this.#hearRows(frame.items);
    else if (['mode', 'grant', 'note'].includes(frame.type)) void this.load();
    else if (frame.type === 'delivery') this.#mark(frame.message, frame.undelivered);
    else if (frame.type === 'message') {
      if (frame.message.sender === 'debtor') this.typing.forget();
      if (frame.message.sender === 'agent') this.colleagueTyping.forget();
      this.#add(frame.message);
      // While the assistant has the word, what it understood and the case change with each turn.
      if (this.holder.value !== 'me') void this.load();
    }
  }

  /** Who has it, or who it is, has changed: what is beside the conversation changes with it. */
  #hearRows(rows: Handoff[]): void {
    const shown = this.detail.value?.handoff;
    const now = rows.find((it) => it.id === shown?.id);
    const same = now && shown && parts.every((part) => now[part] === shown[part]);
    if (!same || now.taken_by?.id !== shown.taken_by?.id) void this.load();
  }

  async #act(act: Act, work: () => Promise<void>): Promise<boolean> {
    if (this.busy.value) return false;
    batch(() => {
      this.busy.value = act;
      this.refusal.value = null;
    });
    try {
      await work();
      if (act !== 'take' && act !== 'take_over') await this.load();
      return true;
    } catch (error) {
      this.refusal.value = error instanceof Problem ? error.detail : '';
      if (error instanceof Problem && error.status === 409) await this.load();
      return false;
    } finally {
      this.busy.value = null;
      this.#options.onChanged();
    }
  }

  #show(detail: Detail): void {
    const before = this.detail.value ? this.holder.value : null;
    batch(() => {
      this.missing.value = false;
      this.failed.value = false;
      this.detail.value = { ...detail, messages: merged(this.messages.value, detail.messages) };
      if (this.holder.value !== 'other') this.lost.value = false;
      else if (before === 'waiting' || before === 'me') this.lost.value = true;
      // Who has it now is said where one would write; the refusal would say it twice.
      if (['me', 'other'].includes(this.holder.value)) this.refusal.value = null;
    });
  }

  #mark(id: string, undelivered: Undelivered | null): void {
    const said = this.messages.value.find((it) => it.id === id);
    if (said) this.#add({ ...said, undelivered });
  }

  #add(message: Message): void {
    const { value } = this.detail;
    if (value) this.detail.value = { ...value, messages: merged(value.messages, [message]) };
  }
}

/** What of a row changes what is shown of its conversation. */
const parts = ['state', 'reason', 'case'] as const;

/** Under which name a note that is being written is kept beside the draft. */
const noteOf = (id: string): string => `${id}:note`;

/** Each message once, in order; a live line that lacks what was understood does not erase it. */
function merged(known: Message[], arrived: Message[]): Message[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of arrived) byId.set(message.id, { ...byId.get(message.id), ...message });
  return [...byId.values()].sort((a, b) => a.seq - b.seq);
}
