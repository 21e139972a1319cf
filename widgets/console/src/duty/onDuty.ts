import { computed, signal } from '@preact/signals';
import type { Client } from '../api/client.ts';
import { now } from '../frame/now.ts';
import type { Duty, DutyState } from './wire.ts';

/** Whether the user can be given work; the backend has it, for colleagues see it too. */
export class OnDuty {
  readonly failed = signal(false);
  readonly #known = signal<Duty | null>(null);
  /** A wrap-up ends by itself, without anybody saying so. */
  readonly state = computed<DutyState | null>(() => {
    const known = this.#known.value;
    return known?.until && this.secondsLeft.value === 0 ? 'available' : (known?.state ?? null);
  });
  readonly secondsLeft = computed(() => {
    const until = this.#known.value?.until;
    return until ? Math.max(0, Math.ceil((Date.parse(until) - now.value) / 1000)) : 0;
  });
  readonly #client: Client;
  #asked = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  load(): Promise<void> {
    return this.#ask(() => this.#client.call<Duty>('GET', 'duty'));
  }

  /** Available again from a wrap-up or from being away; else away. */
  async change(): Promise<void> {
    const state = this.state.value === 'available' ? 'away' : 'available';
    await this.#ask(() => this.#client.call<Duty>('PUT', 'duty', { state }));
  }

  clear(): void {
    this.#asked += 1;
    this.#known.value = null;
  }

  async #ask(question: () => Promise<Duty>): Promise<void> {
    const asked = ++this.#asked;
    try {
      const duty = await question();
      if (asked !== this.#asked) return;
      this.#known.value = duty;
      this.failed.value = false;
    } catch {
      if (asked === this.#asked) this.failed.value = true;
    }
  }
}
