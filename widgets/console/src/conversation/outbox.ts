import { batch, signal } from '@preact/signals';
import { Backoff } from '@sovinto/ui/backoff.ts';
import { Problem } from '@sovinto/ui/problem.ts';
import { uuid } from '@sovinto/ui/uuid.ts';
import type { Message } from '../api/wire.ts';

export interface Pending {
  /** Made once; the same id again is the same message, however often it is sent. */
  id: string;
  text: string;
  at: string;
  state: 'sending' | 'retrying' | 'refused';
  detail?: string;
}

interface Options {
  kept: Pending[];
  keep: (pending: Pending[]) => void;
  deliver: (message: { id: string; text: string }) => Promise<Message>;
  onSent: (message: Message) => void;
}

const SIGNED_OUT = 401;

/** What the agent has written and the backend has not confirmed: one at a time, in order. */
export class Outbox {
  readonly pending = signal<Pending[]>([]);
  readonly #options: Options;
  readonly #backoff = new Backoff();
  #delivering = false;

  constructor(options: Options) {
    this.#options = options;
    this.pending.value = options.kept;
  }

  put(text: string): void {
    const message: Pending = {
      id: uuid(),
      text,
      at: new Date().toISOString(),
      state: 'sending',
    };
    this.#change([...this.pending.value, message]);
    void this.flush();
  }

  /** Again, with the same id. */
  retry(id: string): void {
    this.#set(id, 'sending');
    void this.flush();
  }

  /** Takes a refused message out, and gives its text back for editing. */
  withdraw(id: string): string {
    const found = this.pending.value.find((it) => it.id === id && it.state === 'refused');
    if (found) this.#remove(id);
    return found?.text ?? '';
  }

  async flush(): Promise<void> {
    const next = this.pending.value.find((it) => it.state !== 'refused');
    if (!next || this.#delivering) return;
    this.#delivering = true;
    this.#backoff.cancel();
    let sent = false;
    try {
      const message = await this.#options.deliver({ id: next.id, text: next.text });
      sent = true;
      this.#backoff.reset();
      batch(() => {
        this.#remove(next.id);
        this.#options.onSent(message);
      });
    } catch (error) {
      sent = this.#failed(next.id, error);
    } finally {
      this.#delivering = false;
    }
    if (sent) await this.flush();
  }

  stop(): void {
    this.#backoff.cancel();
  }

  /** True when the next one may go. */
  #failed(id: string, error: unknown): boolean {
    const refused = error instanceof Problem;
    if (refused && !error.passing && error.status !== SIGNED_OUT) {
      this.#backoff.reset();
      this.#set(id, 'refused', error.detail);
      return true;
    }
    this.#set(id, 'retrying');
    // After signing in again the desk flushes; until then every try would fail.
    if (!(refused && error.status === SIGNED_OUT)) this.#backoff.again(() => void this.flush());
    return false;
  }

  #set(id: string, state: Pending['state'], detail?: string): void {
    this.#change(
      this.pending.value.map(({ detail: _, ...it }) =>
        it.id === id ? { ...it, state, ...(detail ? { detail } : {}) } : it,
      ),
    );
  }

  #remove(id: string): void {
    this.#change(this.pending.value.filter((it) => it.id !== id));
  }

  #change(pending: Pending[]): void {
    this.pending.value = pending;
    this.#options.keep(pending);
  }
}
