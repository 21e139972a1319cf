import { batch, computed, signal } from '@preact/signals';
import { Backoff } from '@sovinto/ui/backoff.ts';
import { Problem } from '@sovinto/ui/problem.ts';
import { uuid } from '@sovinto/ui/uuid.ts';
import timing from './timing.json';
import type { Answers, Outgoing } from './wire.ts';

export interface Pending extends Outgoing {
  at: string;
  /** Refused messages stay in the list, with the reason, until the person tries again. */
  state: 'sending' | 'refused';
  detail?: string;
}

interface Options {
  kept: Pending[];
  keep: (pending: Pending[]) => void;
  /** Null while there is no conversation yet to send in. */
  deliver: (message: Outgoing) => Promise<Answers> | null;
  onAnswers: (message: Pending, answers: Answers) => void;
  /** True when the session has dealt with it: the message leaves the box. */
  onRefused: (message: Pending, problem: Problem) => boolean;
}

/** What was written and is not stored yet: one at a time, in order, each with one id for ever. */
export class Outbox {
  readonly pending = signal<Pending[]>([]);
  /** Since when the message in front has been under way; null when nothing is. */
  readonly sendingSince = signal<number | null>(null);
  readonly busy = computed(() => this.pending.value.some((it) => it.state === 'sending'));

  readonly #options: Options;
  readonly #backoff = new Backoff();
  #delivering = false;

  constructor(options: Options) {
    this.#options = options;
    this.pending.value = options.kept;
  }

  put(text: string, payload?: string): void {
    const message: Pending = {
      id: uuid(),
      text,
      at: new Date().toISOString(),
      state: 'sending',
      ...(payload === undefined ? {} : { payload }),
    };
    this.#change([...this.pending.value, message]);
    void this.flush();
  }

  /** The person presses "try again": the same message, with the same id. */
  retry(id: string): void {
    this.#change(
      this.pending.value.map((it) => {
        if (it.id !== id) return it;
        const { detail: _, ...rest } = it;
        return { ...rest, state: 'sending' };
      }),
    );
    void this.flush();
  }

  /** The live line has brought it back: it is stored, whatever became of the answer. */
  arrived(id: string): void {
    if (this.#delivering) return;
    this.#remove(id);
  }

  clear(): void {
    this.#backoff.reset();
    this.sendingSince.value = null;
    this.#change([]);
  }

  async flush(): Promise<void> {
    if (this.#delivering) return;
    const next = this.pending.value.find((it) => it.state === 'sending');
    if (!next) return;
    const { id, text, payload } = next;
    const delivery = this.#options.deliver(
      payload === undefined ? { id, text } : { id, text, payload },
    );
    if (!delivery) return;
    this.#delivering = true;
    this.#backoff.cancel();
    this.sendingSince.value ??= Date.now();
    try {
      const answers = await delivery;
      this.#backoff.reset();
      batch(() => {
        this.#remove(id);
        this.#options.onAnswers(next, answers);
      });
    } catch (error) {
      this.#failed(next, error);
    } finally {
      this.#delivering = false;
    }
    if (this.#backoff.failures === 0) {
      this.sendingSince.value = null;
      await this.flush();
    }
  }

  #failed(message: Pending, error: unknown): void {
    const refused = error instanceof Problem;
    if (!refused || (error.passing && this.#backoff.failures < timing.tries_on_refusal)) {
      this.#backoff.again(() => void this.flush());
      return;
    }
    this.#backoff.reset();
    if (this.#options.onRefused(message, error)) {
      this.#remove(message.id);
      return;
    }
    this.#change(
      this.pending.value.map((it) =>
        it.id === message.id ? { ...it, state: 'refused', detail: error.detail } : it,
      ),
    );
  }

  #remove(id: string): void {
    if (this.pending.value.some((it) => it.id === id)) {
      this.#change(this.pending.value.filter((it) => it.id !== id));
    }
  }

  #change(pending: Pending[]): void {
    this.pending.value = pending;
    this.#options.keep(pending);
  }
}
