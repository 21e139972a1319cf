import { Problem, problemOf, Unreachable } from '@sovinto/ui/problem.ts';
import type { Closing } from '../close/wire.ts';
import timing from './timing.json';
import type { Detail, Listing, Message, QueueState, User } from './wire.ts';

interface Hears {
  /** After each call: whether the backend answered at all. */
  answered: (yes: boolean) => void;
  /** The session has ended while somebody was working. */
  signedOut: () => void;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The staff part of the backend; the cookie says who it is. */
export class Client {
  readonly #hears: Hears;

  constructor(hears: Hears) {
    this.#hears = hears;
  }

  /** `code` is the second step, where the user has one. */
  async signIn(email: string, password: string, code?: string): Promise<User> {
    const given = { email, password, ...(code !== undefined && { code }) };
    return (await this.call<{ user: User }>('POST', 'session', given)).user;
  }

  async user(): Promise<User> {
    return (await this.call<{ user: User }>('GET', 'session')).user;
  }

  /** Where to sign out of the identity provider too, if it was that way. */
  signOut(): Promise<{ goodbye: string } | undefined> {
    return this.call('DELETE', 'session');
  }

  /** A page of a list: its beginning, or what comes after the handoff of an id. */
  handoffs(state: QueueState, more: Record<string, string> = {}): Promise<Listing> {
    return this.call('GET', `handoffs?${new URLSearchParams({ state, ...more })}`);
  }

  /** The best one that waits; the same key again is the same one. */
  takeNext(key: string): Promise<Detail> {
    return this.call('POST', 'handoffs/next', undefined, { 'Idempotency-Key': key });
  }

  conversation(id: string): Promise<Detail> {
    return this.call('GET', at(id));
  }

  take(id: string): Promise<Detail> {
    return this.call('POST', `${at(id)}/take`);
  }

  takeOver(id: string, holder: string): Promise<Detail> {
    return this.call('POST', `${at(id)}/take-over`, { holder });
  }

  assign(id: string, to: string): Promise<void> {
    return this.call('POST', `${at(id)}/assign`, { to });
  }

  send(id: string, message: { id: string; text: string }): Promise<Message> {
    return this.call('POST', `${at(id)}/messages`, message);
  }

  close(id: string, how: Closing): Promise<void> {
    return this.call('POST', `${at(id)}/close`, how);
  }

  giveBack(id: string, note: string | null, keep_calls: boolean): Promise<void> {
    return this.call('POST', `${at(id)}/return`, { note, keep_calls });
  }

  /** One call below /api/staff/. Raises Problem, or Unreachable when nothing came back. */
  async call<T>(
    method: Method,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<T> {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), timing.answer_timeout);
    try {
      const response = await fetch(`/api/staff/${path}`, {
        method,
        headers: {
          Accept: 'application/json',
          'X-Requested-With': 'sovinto',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...more,
        },
        signal: patience.signal,
        credentials: 'same-origin',
        cache: 'no-store',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      this.#hears.answered(true);
      if (!response.ok) throw await problemOf(response);
      return (response.status === 204 ? undefined : await response.json()) as T;
    } catch (error) {
      if (error instanceof Problem) {
        if (error.status === 401 && path !== 'session') this.#hears.signedOut();
        throw error;
      }
      this.#hears.answered(false);
      throw new Unreachable();
    } finally {
      clearTimeout(timer);
    }
  }
}

const at = (id: string): string => `conversations/${encodeURIComponent(id)}`;
