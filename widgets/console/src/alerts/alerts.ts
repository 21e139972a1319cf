import { signal } from '@preact/signals';
import type { Handoff } from '../api/wire.ts';
import settings from './settings.json';
import { chime } from './sound.ts';

/** What is told of: somebody new waits, or has written to the agent. Nothing of who or of what. */
export type News = 'waiting' | 'message';

const KEPT = 'sovinto:console-alerts:';

/** A notification of the desktop and a sound, each to be turned off; kept for one user on this device. */
export class Alerts {
  readonly notify = signal(false);
  readonly sound = signal(true);
  readonly #told = new Set<string>();
  readonly #words: () => Record<News, string> | null;
  #owner = '';
  #last = Number.NEGATIVE_INFINITY;

  constructor(words: () => Record<News, string> | null) {
    this.#words = words;
  }

  /** How the user has left it on this device. */
  belongTo(user: string): void {
    this.#owner = user;
    const kept = read(user);
    this.notify.value = kept.notify === true && allowed() === 'granted';
    this.sound.value = kept.sound !== false;
  }

  /** Asks the browser, where it has not been asked; false when it does not let us. */
  async allowNotifying(yes: boolean): Promise<boolean> {
    const may = yes && allowed() !== 'none' && (await Notification.requestPermission());
    this.notify.value = may === 'granted';
    this.#keep();
    return !yes || this.notify.value;
  }

  allowSound(yes: boolean): void {
    this.sound.value = yes;
    this.#keep();
    if (yes) chime();
  }

  /** Who has just begun to wait is told of once, whatever else changes about it. */
  hear(items: Handoff[]): void {
    const fresh = items.filter(
      (it) =>
        it.state === 'waiting' &&
        it.waiting_seconds < settings.fresh_seconds &&
        !this.#told.has(it.id),
    );
    for (const { id } of fresh) this.#told.add(id);
    if (fresh.length > 0) this.tell('waiting');
  }

  tell(news: News, at = Date.now()): void {
    // Ten that come in one moment are one sound.
    if (at - this.#last < settings.quiet_between) return;
    this.#last = at;
    if (this.sound.value) chime();
    if (this.notify.value && !document.hasFocus()) this.#show(news);
  }

  clear(): void {
    this.#told.clear();
  }

  #show(news: News): void {
    const body = this.#words()?.[news];
    if (!body || allowed() !== 'granted') return;
    // One of a kind at a time: the next takes the place of the one before.
    const shown = new Notification('Sovinto', { body, tag: `sovinto-${news}`, silent: true });
    shown.onclick = () => {
      window.focus();
      shown.close();
    };
  }

  #keep(): void {
    const value = JSON.stringify({ notify: this.notify.value, sound: this.sound.value });
    try {
      localStorage.setItem(KEPT + this.#owner, value);
    } catch {
      // Full or forbidden: it holds as long as the page.
    }
  }
}

/** Whether the browser lets us; `none` where it has no notifications at all. */
export const allowed = (): NotificationPermission | 'none' =>
  'Notification' in window ? Notification.permission : 'none';

function read(user: string): { notify?: boolean; sound?: boolean } {
  try {
    return JSON.parse(localStorage.getItem(KEPT + user) ?? '{}') as object;
  } catch {
    return {};
  }
}
