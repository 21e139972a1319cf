import { App } from '@sovinto/console/App.tsx';
import { Desk } from '@sovinto/console/desk.ts';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/preact';
import { vi } from 'vitest';

// Nothing is laid out here, and a list of no height would draw no row.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => 800 });

// A page's code is read when it is first opened, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 8000 });

let before: Desk | null = null;

/** An agent opens the console at an address, in a fresh tab unless told otherwise. */
export async function sitDown(path = '/console/queue', { sameTab = false } = {}): Promise<Desk> {
  leave();
  if (!sameTab) sessionStorage.clear();
  history.replaceState(null, '', path);
  const desk = new Desk(['sv']);
  before = desk;
  render(<App desk={desk} />);
  await desk.session.resume();
  await vi.waitFor(() => {
    if (!desk.words.value) throw new Error('the texts are not there yet');
  });
  await settle();
  return desk;
}

/** Opens one of the pages beside the desk, and waits until it has been answered. */
export async function openPage(path: string): Promise<void> {
  await sitDown(path);
  await screen.findByRole('heading', { level: 1 });
  await vi.waitFor(() => {
    if (screen.getByRole('main').getAttribute('aria-busy') === 'true') throw new Error('busy');
  });
  await settle();
}

export function leave(): void {
  before?.live.stop();
  before?.queue.stop();
  cleanup();
}

/** Lets answers, effects and frames that are under way arrive, as they do in a browser. */
export async function settle(ms = 60): Promise<void> {
  if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(ms);
  // In steps: on a busy machine one long wait may be over before anything else had its turn.
  else for (let step = 0; step < 6; step++) await new Promise((done) => setTimeout(done, ms / 6));
}

export async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
  await settle();
}

export async function click(name: string | RegExp, role = 'button'): Promise<void> {
  fireEvent.click((await screen.findAllByRole(role, { name }))[0] as HTMLElement);
  await settle();
}

export const box = (): HTMLTextAreaElement => screen.getByLabelText('Ditt svar');

export async function write(text: string): Promise<void> {
  fireEvent.input(box(), { target: { value: text } });
  await settle();
}

export const log = (): string => screen.getByRole('log').textContent ?? '';
