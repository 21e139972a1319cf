import { Problem, problemOf, Unreachable } from '@sovinto/ui/problem.ts';
import timing from './timing.json';
import { upload } from './upload.ts';
import type { Answers, Begun, Client, Conversation, Outgoing, Received } from './wire.ts';

/** Who may speak in a conversation: its id and its key. The key never goes into an address. */
export interface Access {
  id: string;
  access_token: string;
}

interface Kind {
  accept: string;
  read: (response: Response) => Promise<unknown>;
}

const asJson: Kind = {
  accept: 'application/json',
  read: async (response) => (response.status === 204 ? undefined : response.json()),
};
const asFile: Kind = { accept: 'application/pdf', read: (response) => response.blob() };

export class Api {
  readonly #base: string;
  readonly #onAnswered: (answered: boolean) => void;

  /** `onAnswered` hears after each call whether the backend answered at all. */
  constructor(base: string, onAnswered: (answered: boolean) => void) {
    this.#base = base.replace(/\/+$/, '');
    this.#onAnswered = onAnswered;
  }

  client(client: string, language: string): Promise<Client> {
    return this.#call('GET', `clients/${encodeURIComponent(client)}?language=${language}`);
  }

  begin(client: string, token: string | null, language: string | null): Promise<Begun> {
    return this.#call('POST', 'conversations', { client, token, language });
  }

  conversation(access: Access): Promise<Conversation> {
    return this.#call('GET', `conversations/${access.id}`, undefined, access);
  }

  /** The same, for a page that was loaded again: after a pause the assistant takes it up. */
  comeBack(access: Access): Promise<Conversation> {
    return this.#call('POST', `conversations/${access.id}/visits`, undefined, access);
  }

  send(access: Access, message: Outgoing): Promise<Answers> {
    return this.#call('POST', `conversations/${access.id}/messages`, message, access);
  }

  identify(access: Access, token: string): Promise<Answers> {
    return this.#call('POST', `conversations/${access.id}/identify`, { token }, access);
  }

  rate(access: Access, score: number, comment: string | null): Promise<void> {
    return this.#call('POST', `conversations/${access.id}/rating`, { score, comment }, access);
  }

  copy(access: Access): Promise<unknown> {
    return this.#call('GET', `conversations/${access.id}/export`, undefined, access);
  }

  confirmation(access: Access, plan: string): Promise<Blob> {
    const path = `conversations/${access.id}/plans/${encodeURIComponent(plan)}/confirmation`;
    return this.#call('GET', path, undefined, access, asFile);
  }

  /** A file; the same id again is the same file. */
  async attach(
    access: Access,
    id: string,
    file: Blob,
    onProgress: (part: number) => void,
  ): Promise<Received> {
    const path = `conversations/${access.id}/attachments?id=${encodeURIComponent(id)}`;
    const address = `${this.#base}/api/chat/${path}`;
    try {
      const sent = { address, accessToken: access.access_token, file, onProgress };
      const received = await upload<Received>(sent);
      this.#onAnswered(true);
      return received;
    } catch (error) {
      this.#onAnswered(error instanceof Problem);
      throw error;
    }
  }

  liveAddress(access: Access): string {
    return `${this.#base.replace(/^http/, 'ws')}/api/chat/conversations/${access.id}/live`;
  }

  async #call<T>(
    method: string,
    path: string,
    body?: unknown,
    access?: Access,
    kind = asJson,
  ): Promise<T> {
    const headers: Record<string, string> = { Accept: kind.accept };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (access) headers.Authorization = `Bearer ${access.access_token}`;
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), timing.answer_timeout);
    try {
      const response = await fetch(`${this.#base}/api/chat/${path}`, {
        method,
        headers,
        signal: patience.signal,
        // The bearer says who it is; the page's own cookies are none of our business.
        credentials: 'omit',
        cache: 'no-store',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      this.#onAnswered(true);
      if (!response.ok) throw await problemOf(response);
      return (await kind.read(response)) as T;
    } catch (error) {
      if (error instanceof Problem) throw error;
      this.#onAnswered(false);
      throw new Unreachable();
    } finally {
      clearTimeout(timer);
    }
  }
}
