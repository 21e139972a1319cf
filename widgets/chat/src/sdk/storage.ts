import type { Access } from './api.ts';
import type { Pending } from './outbox.ts';
import type { Client } from './wire.ts';

/** What outlives a reload, and nothing outlives the tab. */
export interface Kept extends Access {
  /** Whose conversation it has become; null while nobody is identified. */
  subject: string | null;
}

const NOBODY = '-';

/** One visitor's corner of sessionStorage: never localStorage, since devices are shared. */
export class Storage {
  readonly #client: string;
  #subject: string | null;

  get subject(): string | null {
    return this.#subject;
  }

  constructor(client: string, subject: string | null) {
    this.#client = client;
    this.#subject = subject;
    this.#makeRoomFor(subject);
  }

  get conversation(): Kept | null {
    const own = this.#read<Kept>('conversation', this.#subject);
    if (own || !this.#subject) return own;
    // Begun before signing in on another page: the same person goes on.
    return this.#read<Kept>('conversation', null);
  }

  set conversation(access: Access | null) {
    if (!access) {
      this.#clear(this.#subject);
      this.#clear(null);
      return;
    }
    const kept: Kept = { id: access.id, access_token: access.access_token, subject: this.#subject };
    this.#write('conversation', kept, this.#subject);
    // The next page of the same site may come without a token.
    this.#write('conversation', kept, null);
  }

  /** The visitor has identified; what is kept from now on is theirs. */
  belongsTo(subject: string | null): void {
    this.#makeRoomFor(subject);
    const { draft, outbox } = this;
    this.draft = '';
    this.outbox = [];
    this.#subject = subject;
    Object.assign(this, { draft, outbox });
  }

  get draft(): string {
    return this.#read<string>('draft', this.#subject) ?? '';
  }

  set draft(text: string) {
    this.#write('draft', text || null, this.#subject);
  }

  get outbox(): Pending[] {
    return this.#read<Pending[]>('outbox', this.#subject) ?? [];
  }

  set outbox(pending: Pending[]) {
    this.#write('outbox', pending.length ? pending : null, this.#subject);
  }

  get open(): boolean {
    return this.#read<boolean>('open', null) ?? false;
  }

  set open(open: boolean) {
    this.#write('open', open || null, null);
  }

  /** Up to which message the visitor has looked. */
  get seen(): number {
    return this.#read<number>('seen', null) ?? 0;
  }

  set seen(seq: number) {
    this.#write('seen', seq, null);
  }

  /** Name and colour, so that the next page need not wait for them. */
  get client(): Client | null {
    return this.#read<Client>('client', null);
  }

  set client(client: Client | null) {
    this.#write('client', client, null);
  }

  /** Somebody else has come to this tab: what an earlier visitor said is not theirs to see. */
  #makeRoomFor(subject: string | null): void {
    const before = this.#read<Kept>('conversation', null);
    if (subject && before?.subject && before.subject !== subject) this.#clear(null);
  }

  #clear(subject: string | null): void {
    for (const what of ['conversation', 'draft', 'outbox', 'seen'])
      this.#write(what, null, subject);
  }

  #key(what: string, subject: string | null): string {
    return `sovinto:${this.#client}:${subject ?? NOBODY}:${what}`;
  }

  #read<T>(what: string, subject: string | null): T | null {
    try {
      return JSON.parse(sessionStorage.getItem(this.#key(what, subject)) ?? 'null') as T | null;
    } catch {
      return null;
    }
  }

  #write(what: string, value: unknown, subject: string | null): void {
    const key = this.#key(what, subject);
    try {
      if (value === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Storage is full or forbidden: the conversation goes on, it only ends with the page.
    }
  }
}
