import limits from '@sovinto/chat/ui/limits.json';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Backend, type Sending } from '../backend.ts';
import { atDesk, Page, settle } from '../page.ts';
import { token } from '../wire.ts';

const PDF = new File(['%PDF-1.7 '.repeat(200)], 'my salary.pdf', { type: 'application/pdf' });
let backend: Backend;
let page: Page;

beforeEach(async () => {
  vi.useFakeTimers();
  sessionStorage.clear();
  backend = new Backend();
  atDesk();
  page = await Page.open({ token: token({ case: 'SE-1001' }) });
  backend.say({
    text: 'Har du ett kvitto?',
    buttons: [
      { title: 'Skicka kvittot', payload: 'send_receipt' },
      { title: 'Prata med en person', payload: 'b_1' },
    ],
  });
  await settle();
});

afterEach(() => {
  page.leave();
  vi.clearAllTimers();
  vi.useRealTimers();
});

const input = () => page.root.querySelector('input[type=file]') as HTMLInputElement;

async function choose(file: File): Promise<void> {
  Object.defineProperty(input(), 'files', { value: [file], configurable: true });
  input().dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
}

const sending = () => backend.sendings.at(-1) as Sending;

describe('a receipt', () => {
  test('is chosen from the device, and nothing goes out by the press itself', async () => {
    const opened = vi.spyOn(input(), 'click');
    await page.click('Skicka kvittot');
    expect(opened).toHaveBeenCalledOnce();
    expect(backend.sendings).toEqual([]);
    expect(backend.sent).toEqual([]);
  });

  test('goes out as it is, without its name, with the key in no address', async () => {
    await choose(PDF);
    expect(sending().file).toBe(PDF);
    expect(sending().address).toMatch(/\/conversations\/c1\/attachments\?id=[\w-]+$/);
    expect(sending().headers.Authorization).toBe('Bearer key-c1');
  });

  test('shows how far it has come, and then stands in the chat in one line', async () => {
    await choose(PDF);
    expect(page.log).toContain('Skickar kvittot');
    sending().comes(40);
    await settle();
    const bar = page.see.getByRole<HTMLProgressElement>('progressbar', { name: 'Skickar kvittot' });
    expect(bar.value).toBe(0.4);
    sending().arrives('Tack, kvittot har kommit fram.');
    await settle();
    expect(page.root.querySelector('progress')).toBeNull();
    expect(page.root.querySelectorAll('.attachment')).toHaveLength(1);
    expect(page.log.replace(/\s/g, ' ')).toContain('KvittoPDF, 2 kB');
    expect(page.log).toContain('Tack, kvittot har kommit fram.');
  });

  test('that the live line brings first is there once', async () => {
    await choose(PDF);
    backend.line.tell({
      type: 'message',
      message: backend.store({
        id: sending().id,
        sender: 'debtor',
        text: 'Kvitto',
        card: { type: 'attachment', id: sending().id, kind: 'pdf', size: PDF.size },
      }),
    });
    await settle();
    expect(page.root.querySelectorAll('.attachment')).toHaveLength(1);
    sending().arrives('Tack.');
    await settle();
    expect(page.root.querySelectorAll('.attachment')).toHaveLength(1);
  });

  test('that did not arrive says so, and goes again as the same one', async () => {
    await choose(PDF);
    sending().breaks();
    await settle();
    const unsent = page.root.querySelector('.unsent[role=alert]');
    expect(unsent?.textContent).toContain('Kvittot kom inte fram');
    const { id } = sending();
    await page.click('Försök igen');
    expect(backend.sendings).toHaveLength(2);
    expect(sending().id).toBe(id);
    sending().arrives('Tack.');
    await settle();
    expect(page.log).not.toContain('Kvittot kom inte fram');
  });

  test('that is refused has the backend’s words, and can only be removed', async () => {
    await choose(PDF);
    sending().isRefused(415, 'Den sortens fil går inte att ta emot.');
    await settle();
    expect(page.log).toContain('Den sortens fil går inte att ta emot.');
    expect(page.see.queryByRole('button', { name: 'Försök igen' })).toBeNull();
    await page.click('Ta bort');
    expect(page.root.querySelector('.attachment')).toBeNull();
    expect(page.button('Skicka kvittot').disabled).toBe(false);
  });

  test('that is too large never goes out', async () => {
    const large = new File(['x'], 'x.pdf');
    Object.defineProperty(large, 'size', { value: limits.file_bytes + 1 });
    await choose(large);
    expect(backend.sendings).toEqual([]);
    expect(page.see.getByText(/^Filen är för stor/).textContent).toContain('10');
  });

  test('is sent one at a time', async () => {
    await choose(PDF);
    expect(page.button('Skicka kvittot').disabled).toBe(true);
    sending().arrives('Tack.');
    await settle();
    expect(page.button('Skicka kvittot').disabled).toBe(false);
  });
});
