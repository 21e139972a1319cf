import { batch, computed, signal } from '@preact/signals';
import type { Mode } from '@sovinto/ui/wire.ts';
import type { Pending } from './outbox.ts';
import { Transcript } from './transcript.ts';
import { Typing } from './typing.ts';
import type { Answers, Conversation, Frame, Place } from './wire.ts';

/** What has been said so far and who has the word, however the news of it came. */
export class Dialogue {
  readonly transcript = new Transcript();
  readonly typing = new Typing();
  readonly mode = signal<Mode>('bot');
  readonly language = signal<string | null>(null);
  readonly identified = signal(false);
  /** Where the debtor stands in the queue, as far as it was told. */
  readonly place = signal<Place | null>(null);
  /** The person who wrote last, by first name. */
  readonly agentName = computed(
    () => this.transcript.messages.value.findLast((it) => it.sender === 'agent')?.name ?? null,
  );

  take(conversation: Pick<Conversation, 'messages' | 'mode' | 'language' | 'identified'>): void {
    batch(() => {
      this.identified.value = conversation.identified;
      this.hear(conversation);
    });
  }

  hear({ messages, mode, language }: Answers): void {
    batch(() => {
      this.transcript.add(messages);
      this.mode.value = mode;
      if (mode !== 'queue') this.place.value = null;
      if (language) this.language.value = language;
    });
  }

  frame(frame: Frame): void {
    batch(() => {
      if (frame.type === 'message') {
        this.transcript.add([frame.message]);
        if (frame.message.sender !== 'debtor') this.typing.forget();
      } else if (frame.type === 'typing') this.typing.hear(frame.sender);
      else if (frame.type === 'queue') this.place.value = frame;
      else if (frame.type === 'mode') {
        this.mode.value = frame.mode;
        if (frame.mode !== 'queue') this.place.value = null;
      } else if (frame.type === 'language') this.language.value = frame.language;
      else if (frame.type === 'state') this.take({ ...frame, messages: [] });
    });
  }

  /** The debtor's own message is stored; its number comes over the live line. */
  stored({ id, text, at }: Pending, answers: Answers): void {
    if (this.transcript.has(id)) return;
    const first = answers.messages[0]?.seq;
    // Until then it stands just before its answers, between two whole numbers.
    const seq = first === undefined ? Math.floor(this.transcript.last) + 0.5 : first - 0.5;
    this.transcript.add([
      { id, seq, text, at, sender: 'debtor', buttons: [], card: null, name: null },
    ]);
  }

  clear(): void {
    batch(() => {
      this.transcript.clear();
      this.typing.forget();
      this.mode.value = 'bot';
      this.place.value = null;
      this.identified.value = false;
    });
  }
}
