import { signal } from '@preact/signals';
import type { Message } from '@sovinto/ui/wire.ts';

/** The messages of one conversation, each once, in their order. */
export class Transcript {
  readonly messages = signal<Message[]>([]);

  add(arrived: Message[]): void {
    if (arrived.length === 0) return;
    const byId = new Map(this.messages.value.map((message) => [message.id, message]));
    for (const message of arrived) byId.set(message.id, message);
    this.messages.value = [...byId.values()].sort((a, b) => a.seq - b.seq);
  }

  has(id: string): boolean {
    return this.messages.value.some((message) => message.id === id);
  }

  get last(): number {
    return this.messages.value.at(-1)?.seq ?? 0;
  }

  /**
   * The last number up to which none is missing. An answer to a message sent may overtake what
   * the live line still owes, so the highest number alone would lose the ones between.
   */
  get complete(): number {
    const known = new Set(this.messages.value.map((message) => message.seq));
    let seq = 0;
    while (known.has(seq + 1)) seq += 1;
    return seq;
  }

  clear(): void {
    this.messages.value = [];
  }
}
