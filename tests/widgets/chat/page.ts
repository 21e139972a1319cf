import { mount, type Sovinto } from '@sovinto/chat/mount.tsx';
import { within } from '@testing-library/preact';
import { vi } from 'vitest';
import { token as tokenFor } from './wire.ts';

/** A page that carries the widget, and a visitor who looks only at what is shown. */
export class Page {
  readonly api: Sovinto;

  constructor({
    token = null,
    language = 'sv',
  }: { token?: string | null; language?: string } = {}) {
    const api = 'https://backend.example';
    this.api = mount({ api, client: 'demo', token, language });
  }

  static identified(): Page {
    return new Page({ token: tokenFor({ case: 'SE-1001' }) });
  }

  /** Opened, greeted and connected. */
  static async open(given?: ConstructorParameters<typeof Page>[0]): Promise<Page> {
    const page = new Page(given);
    await settle();
    page.see.getByRole('button', { name: /./ }).click();
    await settle();
    return page;
  }

  get root(): ShadowRoot {
    const root = document.querySelector('sovinto-widget')?.shadowRoot;
    if (!root) throw new Error('the widget has not appeared');
    return root;
  }

  get see() {
    return within(this.root as unknown as HTMLElement);
  }

  get box(): HTMLTextAreaElement {
    return this.root.querySelector('.composer textarea') as HTMLTextAreaElement;
  }

  get log(): string {
    return this.root.querySelector('[role="log"]')?.textContent ?? '';
  }

  write(text: string): void {
    this.box.value = text;
    this.box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  async press(key: string, more: KeyboardEventInit = {}): Promise<void> {
    const target = this.root.activeElement ?? this.box;
    target.dispatchEvent(
      new KeyboardEvent('keydown', {
        key,
        bubbles: true,
        composed: true,
        cancelable: true,
        ...more,
      }),
    );
    await settle();
  }

  async say(text: string): Promise<void> {
    this.write(text);
    await settle();
    this.box.focus();
    await this.press('Enter');
  }

  async click(name: string | RegExp): Promise<void> {
    this.see.getByRole('button', { name }).click();
    await settle();
  }

  button(name: string | RegExp): HTMLButtonElement {
    return this.see.getByRole<HTMLButtonElement>('button', { name });
  }

  leave(): void {
    for (const host of document.querySelectorAll('sovinto-widget')) host.remove();
  }
}

export const settle = (ms = 40): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

/** A phone's screen, and fingers instead of keys. */
export function onPhone(): void {
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: !query.includes('hover') }));
}

export function atDesk(): void {
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query.includes('hover') }));
}
