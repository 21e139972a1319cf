import type { Pending } from '../conversation/outbox.ts';

const PREFIX = 'sovinto:console:';

/** What one agent has written and not sent, a conversation; it ends with the tab or with signing out. */
export class Kept {
  readonly #owner: string;

  constructor(owner: string) {
    this.#owner = `${PREFIX}${owner}:`;
  }

  /** What an earlier person at this tab has left behind is not the owner's. */
  claim(): void {
    forget((key) => !key.startsWith(this.#owner));
  }

  draft(conversation: string): string {
    return this.#read<string>('draft', conversation) ?? '';
  }

  keepDraft(conversation: string, text: string): void {
    this.#write('draft', conversation, text || null);
  }

  outbox(conversation: string): Pending[] {
    return this.#read<Pending[]>('outbox', conversation) ?? [];
  }

  keepOutbox(conversation: string, pending: Pending[]): void {
    this.#write('outbox', conversation, pending.length ? pending : null);
  }

  /** The conversations in which something still has to go out. */
  unsent(): string[] {
    const start = `${this.#owner}outbox:`;
    return keys()
      .filter((key) => key.startsWith(start))
      .map((key) => key.slice(start.length));
  }

  clear(): void {
    forget(() => true);
  }

  #read<T>(what: string, conversation: string): T | null {
    try {
      const text = sessionStorage.getItem(`${this.#owner}${what}:${conversation}`);
      return JSON.parse(text ?? 'null') as T | null;
    } catch {
      return null;
    }
  }

  #write(what: string, conversation: string, value: unknown): void {
    const key = `${this.#owner}${what}:${conversation}`;
    try {
      if (value === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Full or forbidden: the text lives as long as the page.
    }
  }
}

function keys(): string[] {
  try {
    return Array.from(
      { length: sessionStorage.length },
      (_, at) => sessionStorage.key(at) ?? '',
    ).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function forget(which: (key: string) => boolean): void {
  for (const key of keys().filter(which)) sessionStorage.removeItem(key);
}
