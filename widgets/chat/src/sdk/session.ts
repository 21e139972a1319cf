import { signal } from '@preact/signals';
import { Backoff } from '@sovinto/ui/backoff.ts';
import { Problem, Unreachable } from '@sovinto/ui/problem.ts';
import { Reach } from '@sovinto/ui/reach.ts';
import { type Access, Api } from './api.ts';
import { Dialogue } from './dialogue.ts';
import { enter, GONE, type Visitor } from './entrance.ts';
import { Live } from './live.ts';
import { Outbox, type Pending } from './outbox.ts';
import { Storage } from './storage.ts';
import { subjectOf } from './token.ts';
import { Uploads } from './uploads.ts';
import type { Client, Frame } from './wire.ts';

const CLOSED = 409;
/** Sending the same again would not help: closed, too long, not to be understood. */
const RETURNED = [CLOSED, 413, 422];

/** One visitor's conversation: begun once, kept over reloads, told as signals. */
export class Session {
  readonly phase = signal<'idle' | 'connecting' | 'ready' | 'failed'>('idle');
  readonly client = signal<Client | null>(null);
  readonly draft = signal('');
  readonly rated = signal(false);
  /** The last thing the backend refused, in its own words. */
  readonly notice = signal<string | null>(null);
  readonly dialogue = new Dialogue();
  readonly reach = new Reach(() => this.#networkIsBack());
  readonly outbox: Outbox;
  readonly uploads: Uploads;
  readonly storage: Storage;

  readonly #visitor: Visitor;
  readonly #api: Api;
  readonly #backoff = new Backoff();
  #access: Access | null = null;
  #live: Live | null = null;
  #starting: Promise<void> | null = null;

  constructor(base: string, visitor: Visitor) {
    this.#visitor = { ...visitor };
    this.#api = new Api(base, (answered) => this.reach.answered(answered));
    this.storage = new Storage(visitor.client, subjectOf(visitor.token));
    this.client.value = this.storage.client;
    this.draft.value = this.storage.draft;
    this.outbox = new Outbox({
      kept: this.storage.outbox,
      keep: (pending) => {
        this.storage.outbox = pending;
      },
      deliver: (message) => this.#access && this.#api.send(this.#access, message),
      onAnswers: (message, answers) => {
        this.dialogue.stored(message, answers);
        this.dialogue.hear(answers);
      },
      onRefused: (message, problem) => this.#refused(message, problem),
    });
    this.uploads = new Uploads({
      deliver: (id, file, onProgress) =>
        this.#access && this.#api.attach(this.#access, id, file, onProgress),
      onReceived: ({ message, ...answers }) => {
        this.dialogue.hear({ ...answers, messages: [message, ...answers.messages] });
      },
    });
  }

  keepDraft(text: string): void {
    this.draft.value = text;
    this.storage.draft = text;
  }

  /** Name and colour of the client; nothing about any case. Without them the house's serve. */
  async introduce(language: string): Promise<void> {
    try {
      this.client.value = await this.#api.client(this.#visitor.client, language);
      this.storage.client = this.client.value;
      // A token may carry a language of its own, which then goes first.
      if (!this.#visitor.token) this.#visitor.language ??= this.client.value.language;
    } catch (error) {
      if (!(error instanceof Problem)) this.reach.answered(true);
    }
  }

  /** Begins or resumes. However often it is called, there is one conversation and one greeting. */
  start(): Promise<void> {
    if (this.phase.value === 'ready') return Promise.resolve();
    this.#starting ??= this.#start().finally(() => {
      this.#starting = null;
    });
    return this.#starting;
  }

  send(text: string, payload?: string): void {
    this.notice.value = null;
    this.outbox.put(text, payload);
    if (this.phase.value !== 'failed') void this.start();
  }

  /** The page has learnt who the visitor is; the same conversation goes on. */
  async identify(token: string): Promise<void> {
    this.#visitor.token = token;
    await this.#starting;
    const subject = subjectOf(token);
    if (this.dialogue.identified.value && subject !== this.storage.subject) {
      // Another person, or another case: nothing of the first may be seen by the second.
      this.#forget();
      this.keepDraft('');
      this.storage.belongsTo(subject);
      return this.start();
    }
    if (this.#access) await this.#identify(this.#access, token);
    else this.storage.belongsTo(subject);
  }

  /** The conversation has ended or is gone; the next one starts clean. */
  async restart(): Promise<void> {
    this.#forget();
    await this.start();
  }

  async rate(score: number, comment: string | null): Promise<void> {
    if (!this.#access) return;
    await this.#api.rate(this.#access, score, comment);
    this.rated.value = true;
  }

  /** All that is kept about who is identified. */
  copy(): Promise<unknown> {
    return this.#access ? this.#api.copy(this.#access) : Promise.reject(new Unreachable());
  }

  /** The written confirmation of an agreed plan, a PDF in the conversation's language. */
  confirmation(plan: string): Promise<Blob> {
    return this.#access
      ? this.#api.confirmation(this.#access, plan)
      : Promise.reject(new Unreachable());
  }

  tellTyping(): void {
    const { mode, typing } = this.dialogue;
    if (mode.value === 'agent' && typing.due()) this.#live?.typing();
  }

  async #start(): Promise<void> {
    // A failed start says so until one succeeds: no flicker between the two.
    if (this.phase.value === 'idle') this.phase.value = 'connecting';
    this.#backoff.cancel();
    try {
      const { access, conversation } = await enter(this.#api, this.storage, this.#visitor);
      this.#access = access;
      this.dialogue.take(conversation);
      const { token } = this.#visitor;
      if (token && !conversation.identified && !('access_token' in conversation)) {
        await this.#identify(access, token);
      }
      this.#backoff.reset();
      this.notice.value = null;
      this.phase.value = 'ready';
      this.#listen(access);
      void this.outbox.flush();
    } catch (error) {
      this.phase.value = 'failed';
      this.notice.value = (error instanceof Problem && error.detail) || null;
      if (!(error instanceof Problem) || error.passing)
        this.#backoff.again(() => void this.start());
    }
  }

  async #identify(access: Access, token: string): Promise<void> {
    try {
      const answers = await this.#api.identify(access, token);
      this.storage.belongsTo(subjectOf(token));
      this.storage.conversation = access;
      this.dialogue.identified.value = true;
      this.dialogue.hear(answers);
    } catch (error) {
      this.notice.value = (error instanceof Problem && error.detail) || null;
    }
  }

  #listen(access: Access): void {
    this.#live = new Live({
      address: this.#api.liveAddress(access),
      accessToken: access.access_token,
      after: () => this.dialogue.transcript.complete,
      onFrame: (frame) => this.#frame(frame),
      onOpen: () => {
        this.reach.answered(true);
        void this.outbox.flush();
      },
      onStuck: () => void this.#catchUp(access),
      onGone: () => void this.#startAnew(),
    });
    this.#live.connect();
  }

  #frame(frame: Frame): void {
    this.dialogue.frame(frame);
    if (frame.type === 'message' && frame.message.sender === 'debtor') {
      this.outbox.arrived(frame.message.id);
    }
  }

  /** Some networks let no socket through; what was said meanwhile is fetched instead. */
  async #catchUp(access: Access): Promise<void> {
    const conversation = await this.#api.conversation(access).catch(() => null);
    if (conversation && access === this.#access) this.dialogue.take(conversation);
  }

  #networkIsBack(): void {
    if (this.phase.value === 'failed') void this.start();
    this.#live?.restart();
    void this.outbox.flush();
  }

  #refused(message: Pending, problem: Problem): boolean {
    if (GONE.includes(problem.status)) {
      void this.#startAnew();
      return false;
    }
    if (!RETURNED.includes(problem.status)) return false;
    // The text goes back to where it was written; a button's title was never written.
    if (message.payload === undefined) this.keepDraft(message.text);
    this.notice.value = problem.detail || null;
    if (problem.status === CLOSED) this.dialogue.mode.value = 'closed';
    return true;
  }

  /** The backend no longer has the conversation: what was not sent goes into the new one. */
  async #startAnew(): Promise<void> {
    const unsent = this.outbox.pending.value;
    await this.restart();
    for (const { text } of unsent) this.send(text);
  }

  #forget(): void {
    this.#live?.stop();
    this.#live = null;
    this.#access = null;
    this.storage.conversation = null;
    this.dialogue.clear();
    this.outbox.clear();
    this.uploads.clear();
    this.phase.value = 'idle';
    this.rated.value = false;
    this.notice.value = null;
  }
}
