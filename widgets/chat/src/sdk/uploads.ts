import { signal } from '@preact/signals';
import { Problem } from '@sovinto/ui/problem.ts';
import { uuid } from '@sovinto/ui/uuid.ts';
import type { Received } from './wire.ts';

export interface Upload {
  /** Made here; the same id again is the same file. */
  id: string;
  size: number;
  /** How much of it has gone, from 0 to 1. */
  part: number;
  state: 'sending' | 'failed';
  /** Why, in the backend's words; empty when nothing came back. */
  detail: string;
  /** Whether the very same file may go through later. */
  passing: boolean;
}

type Deliver = (
  id: string,
  file: Blob,
  onProgress: (part: number) => void,
) => Promise<Received> | null;

interface Options {
  /** Null while there is no conversation to send in. */
  deliver: Deliver;
  onReceived: (received: Received) => void;
}

/** Files under way. A page that is loaded again has them no more; what arrived is in the conversation. */
export class Uploads {
  readonly underWay = signal<Upload[]>([]);
  readonly #options: Options;
  readonly #files = new Map<string, Blob>();

  constructor(options: Options) {
    this.#options = options;
  }

  put(file: Blob): void {
    const id = uuid();
    this.#files.set(id, file);
    const fresh: Upload = {
      id,
      size: file.size,
      part: 0,
      state: 'sending',
      detail: '',
      passing: true,
    };
    this.underWay.value = [...this.underWay.value, fresh];
    void this.#send(id);
  }

  /** The same file, with the same id: it is stored once. */
  retry(id: string): void {
    this.#change(id, { state: 'sending', part: 0, detail: '' });
    void this.#send(id);
  }

  remove(id: string): void {
    this.#files.delete(id);
    this.underWay.value = this.underWay.value.filter((it) => it.id !== id);
  }

  clear(): void {
    this.#files.clear();
    this.underWay.value = [];
  }

  async #send(id: string): Promise<void> {
    const file = this.#files.get(id);
    if (!file) return;
    try {
      const delivery = this.#options.deliver(id, file, (part) => this.#change(id, { part }));
      if (!delivery) throw new Error('no conversation');
      const received = await delivery;
      this.remove(id);
      this.#options.onReceived(received);
    } catch (error) {
      const refused = error instanceof Problem;
      this.#change(id, {
        state: 'failed',
        detail: refused ? error.detail : '',
        passing: !refused || error.passing,
      });
    }
  }

  #change(id: string, news: Partial<Upload>): void {
    this.underWay.value = this.underWay.value.map((it) => (it.id === id ? { ...it, ...news } : it));
  }
}
