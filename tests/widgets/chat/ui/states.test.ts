import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Backend } from '../backend.ts';
import { atDesk, Page, settle } from '../page.ts';

let backend: Backend;
let page: Page;

beforeEach(async () => {
  vi.useFakeTimers();
  sessionStorage.clear();
  backend = new Backend();
  atDesk();
  page = await Page.open();
});

afterEach(() => {
  page.leave();
  vi.clearAllTimers();
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => undefined);
const status = () => page.root.querySelector('[role="status"]')?.textContent;

describe('writing', () => {
  test('Enter sends, Shift and Enter does not', async () => {
    page.write('Hej');
    await settle();
    page.box.focus();
    await page.press('Enter', { shiftKey: true });
    expect(backend.sent).toEqual([]);
    await page.press('Enter');
    expect(backend.sent[0]).toMatchObject({ text: 'Hej' });
    expect(page.box.value).toBe('');
  });

  test('Enter that chooses a word of an input method sends nothing', async () => {
    page.write('か');
    await settle();
    await page.press('Enter', { isComposing: true });
    expect(backend.sent).toEqual([]);
  });

  test('an empty line is not sent', async () => {
    await page.say('   ');
    expect(backend.sent).toEqual([]);
  });

  test('the limit is told only near it, and what is too long stays in the box', async () => {
    page.write('a'.repeat(18_000));
    await settle();
    expect(page.root.querySelector('.composer-left')?.textContent).toBe('');
    page.write('a'.repeat(19_990));
    await settle();
    expect(page.root.querySelector('.composer-left')?.textContent).toBe('10 tecken kvar');
    await page.say('å'.repeat(20_001));
    expect(page.root.querySelector('.composer-left')?.textContent).toBe('1 tecken för mycket');
    expect(backend.sent).toEqual([]);
  });

  test('an emoji counts as one, as the backend counts it', async () => {
    await page.say('🌲'.repeat(20_000));
    expect(backend.sent).toHaveLength(1);
  });
});

describe('waiting for the assistant', () => {
  beforeEach(() => {
    backend.answers.hej = never;
  });

  test('shows nothing for a moment, then that somebody writes', async () => {
    await page.say('hej');
    await settle(100);
    expect(page.log).not.toContain('skriver');
    await settle(300);
    expect(page.log).toContain('Sovinto skriver');
  });

  test('admits after eight seconds that it takes long', async () => {
    await page.say('hej');
    await settle(7000);
    expect(page.log).not.toContain('längre tid');
    await settle(1500);
    expect(page.log).toContain('Det tar längre tid än vanligt.');
  });

  test('shows the debtor’s line once, also when the live line brings it back first', async () => {
    await page.say('hej');
    const id = String(backend.sent[0]?.id);
    backend.say({ id, sender: 'debtor', text: 'hej' });
    await settle();
    expect(page.log.match(/hej/g)).toHaveLength(1);
  });
});

describe('offline', () => {
  test('keeps what is written, says so, and sends it when the line is back', async () => {
    backend.down = true;
    await page.say('Är du där?');
    await settle(100);
    expect(status()).toContain('Ingen anslutning.');
    expect(page.log).toContain('Inte skickat');
    backend.down = false;
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(status()).toBe('');
    expect(page.log).not.toContain('Inte skickat');
    expect(backend.stored.at(-1)?.text).toBe('Är du där?');
  });
});

describe('an error', () => {
  test('leaves the message in the list with a way to try again', async () => {
    backend.answers.hej = { status: 503, detail: 'Vi kan inte ta emot just nu.' };
    await page.say('hej');
    await settle(12_000);
    expect(page.log).toContain('Inte skickat. Vi kan inte ta emot just nu.');
    backend.answers = {};
    await page.click('Försök igen');
    expect(page.log).not.toContain('Inte skickat');
  });

  test('that trying again would not help is told, and the text is back in the box', async () => {
    backend.answers.hej = { status: 413, detail: 'Texten är för lång.' };
    await page.say('hej');
    expect(page.see.getByText('Texten är för lång.')).toBeTruthy();
    expect(page.box.value).toBe('hej');
  });
});

describe('waiting for a person', () => {
  test('is told, and the debtor may go on writing', async () => {
    backend.line.tell({ type: 'mode', mode: 'queue' });
    await settle();
    expect(status()).toContain('Du väntar på en person.');
    await page.say('en sak till');
    expect(backend.sent).toHaveLength(1);
    await settle(9000);
    expect(page.log).not.toContain('längre tid');
  });

  test('shows the place and the wait as they change, until a person is there', async () => {
    backend.line.tell({ type: 'mode', mode: 'queue' });
    backend.line.tell({ type: 'queue', place: 3, minutes: 15, closes: null });
    await settle();
    expect(status()).toBe('Du är nummer 3 i kön, ungefär 15 min kvar. Skriv gärna vidare.');
    backend.line.tell({ type: 'queue', place: 1, minutes: null, closes: null });
    await settle();
    expect(status()).toBe('Du står först i kön. Skriv gärna vidare.');
    backend.line.tell({ type: 'mode', mode: 'agent' });
    await settle();
    expect(status()).toBe('');
    backend.line.tell({ type: 'mode', mode: 'queue' });
    await settle();
    expect(status()).toContain('Du väntar på en person.');
  });

  test('that it closes before their turn is told with the time', async () => {
    const closes = new Date(2026, 10, 23, 17, 0).toISOString();
    backend.line.tell({ type: 'mode', mode: 'queue' });
    backend.line.tell({ type: 'queue', place: 9, minutes: null, closes });
    await settle();
    expect(status()).toBe('Du är nummer 9 i kön. Vi stänger kl. 17:00.');
  });

  test('after hours is a call at a named time', async () => {
    backend.line.tell({ type: 'mode', mode: 'queue' });
    const at = new Date(2026, 10, 23, 9, 0).toISOString();
    backend.say({ card: { type: 'callback', reference: 'H-1', at } });
    await settle();
    expect(status()).toBe('Det är stängt just nu. Vi ringer dig måndag 23 november kl. 09:00.');
  });

  test('a person who writes is named', async () => {
    backend.line.tell({ type: 'mode', mode: 'agent' });
    backend.say({ sender: 'agent', name: 'Siri', text: 'Hej' });
    backend.line.tell({ type: 'typing', sender: 'agent' });
    await settle();
    expect(page.log).toContain('Siri skriver');
    await settle(6100);
    expect(page.log).not.toContain('Siri skriver');
  });
});

describe('an ended conversation', () => {
  beforeEach(async () => {
    backend.line.tell({ type: 'mode', mode: 'closed' });
    await settle();
  });

  test('can be rated with a number and, if one likes, words', async () => {
    page.see.getByRole('radio', { name: /Mycket bra/ }).click();
    await settle();
    const comment = page.see.getByLabelText(/Vill du berätta mer/) as HTMLTextAreaElement;
    comment.value = 'Lätt att förstå';
    comment.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await page.click('Skicka omdömet');
    const rated = backend.calls.find((it) => it.path.endsWith('/rating'));
    expect(rated?.body).toEqual({ score: 5, comment: 'Lätt att förstå' });
    expect(page.see.getByText('Tack för att du berättade.')).toBeTruthy();
  });

  test('goes on when somebody writes', async () => {
    await page.say('En sak till');
    expect(backend.calls.at(-1)?.path).toMatch(/messages$/);
    expect(backend.begun).toBe(1);
  });

  test('can be begun again, clean', async () => {
    await page.click('Börja på nytt');
    expect(backend.begun).toBe(2);
    expect(page.log.match(/Hej, jag är/g)).toHaveLength(1);
    expect(page.box).toBeTruthy();
  });
});
