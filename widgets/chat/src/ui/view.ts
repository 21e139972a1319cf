import { computed, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from '../sdk/session.ts';
import { fill, readable, type Texts, textsOf } from './texts.ts';

/** What all parts of the widget share: the conversation, the language, open or closed. */
export class View {
  readonly session: Session;
  readonly open = signal(false);
  takesFocus = true;
  /** Up to which message the debtor has seen the list. */
  readonly #seen;
  readonly language;
  readonly texts;
  readonly assistant;
  readonly unread;

  constructor(session: Session, pageLanguages: readonly (string | null | undefined)[]) {
    this.session = session;
    this.#seen = signal(session.storage.seen);
    const { dialogue, client } = session;
    this.language = computed(() =>
      readable([dialogue.language.value, ...pageLanguages, client.value?.language]),
    );
    this.texts = computed<Texts>(() => textsOf(this.language.value));
    this.assistant = computed(() => client.value?.assistant ?? this.texts.value.launcher.label);
    this.unread = computed(
      () =>
        dialogue.transcript.messages.value.filter(
          ({ sender, seq }) =>
            (sender === 'agent' || sender === 'assistant') && seq > this.#seen.value,
        ).length,
    );
  }

  /** `asked`: somebody pressed for it, so the focus follows; a page that loads keeps its own. */
  show({ asked }: { asked: boolean }): void {
    this.takesFocus = asked;
    this.open.value = true;
    this.session.storage.open = true;
    void this.session.start();
  }

  hide(): void {
    this.open.value = false;
    this.session.storage.open = false;
  }

  seen(): void {
    this.#seen.value = this.session.dialogue.transcript.last;
    this.session.storage.seen = this.#seen.value;
  }

  /** Who speaks, for a name in a sentence. */
  speaker(sender: 'agent' | 'assistant', name: string | null = null): string {
    if (sender === 'assistant') return this.assistant.value;
    return name ?? this.texts.value.sender.agent;
  }

  dialogName(): string {
    return fill(this.texts.value.header.dialog, { name: this.assistant.value });
  }
}

const Context = createContext<View | null>(null);

export const ViewProvider = Context.Provider;

export function useView(): View {
  const view = useContext(Context);
  if (!view) throw new Error('outside of the widget');
  return view;
}
