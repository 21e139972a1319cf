import { batch, signal } from '@preact/signals';
import { Problem } from '@sovinto/ui/problem.ts';
import type { Client } from '../api/client.ts';
import type { User } from '../api/wire.ts';

/** Who works here. `expired` is somebody who was in and has to sign in again. */
export class Session {
  readonly state = signal<'checking' | 'out' | 'in' | 'unreachable'>('checking');
  readonly user = signal<User | null>(null);
  readonly expired = signal(false);
  readonly #client: Client;
  readonly #onIn: (user: User, before: User | null) => void;

  constructor(client: Client, onIn: (user: User, before: User | null) => void) {
    this.#client = client;
    this.#onIn = onIn;
  }

  async resume(): Promise<void> {
    this.state.value = 'checking';
    try {
      this.#enter(await this.#client.user());
    } catch (error) {
      this.state.value = error instanceof Problem && error.status < 500 ? 'out' : 'unreachable';
    }
  }

  async signIn(email: string, password: string, code?: string): Promise<void> {
    this.#enter(await this.#client.signIn(email, password, code));
  }

  /** What the user may do has changed; the page that is open stays. */
  async learn(): Promise<void> {
    this.#enter(await this.#client.user());
  }

  /** The backend signs out everywhere else with it; here the work goes on. */
  async changePassword(current: string, next: string): Promise<void> {
    await this.#client.call('POST', 'session/password', { current, new: next });
    const user = this.user.value;
    if (user) this.user.value = { ...user, one_time_password: false };
  }

  async signOut(): Promise<{ goodbye: string } | undefined> {
    const answer = await this.#client.signOut();
    batch(() => {
      this.state.value = 'out';
      this.user.value = null;
    });
    return answer;
  }

  /** The backend no longer knows the session; what is open waits for the same person. */
  expire(): void {
    if (this.state.value !== 'in') return;
    batch(() => {
      this.state.value = 'out';
      this.expired.value = true;
    });
  }

  #enter(user: User): void {
    const before = this.user.value;
    batch(() => {
      this.user.value = user;
      this.state.value = 'in';
      this.expired.value = false;
    });
    this.#onIn(user, before);
  }
}
