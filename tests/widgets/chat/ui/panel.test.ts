import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Backend } from '../backend.ts';
import { atDesk, onPhone, Page, settle } from '../page.ts';

let backend: Backend;
let page: Page;

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  backend = new Backend();
  atDesk();
});

afterEach(() => {
  page.leave();
  vi.clearAllTimers();
  vi.useRealTimers();
});

describe('the launcher', () => {
  test('appears with a word, in the page’s language', async () => {
    page = new Page({ language: 'fi' });
    await settle();
    expect(page.button('Kysy meiltä').getAttribute('aria-haspopup')).toBe('dialog');
  });

  test('appears although the backend is down, and says so honestly once opened', async () => {
    backend.down = true;
    page = new Page();
    await settle(900);
    await page.click('Fråga oss');
    expect(page.log).toContain('Det går inte att ansluta just nu.');
    backend.down = false;
    await page.click('Försök igen');
    expect(page.log).toContain('automatisk assistent');
    expect(page.log).not.toContain('Det går inte');
  });

  test('appears although the backend never answers', async () => {
    vi.stubGlobal('fetch', () => new Promise(() => undefined));
    page = new Page();
    await settle(900);
    expect(page.button('Fråga oss')).toBeTruthy();
  });

  test('counts what came while the panel was closed, without telling what it is', async () => {
    page = await Page.open();
    await page.click('Stäng chatten');
    backend.say({ sender: 'agent', name: 'Siri', text: 'Om din betalning' });
    await settle();
    expect(page.button(/Fråga oss/).textContent).toContain('1 nytt svar');
    backend.say({ sender: 'agent', name: 'Siri', text: 'Två' });
    await settle();
    expect(page.button(/Fråga oss/).textContent).toContain('2 nya svar');
    expect(page.button(/Fråga oss/).textContent).not.toContain('betalning');
    await page.click(/Fråga oss/);
    await page.click('Stäng chatten');
    expect(page.button(/Fråga oss/).textContent).toBe('Fråga oss');
  });

  test('pressed twice in haste greets once', async () => {
    page = new Page();
    await settle();
    const launcher = page.button('Fråga oss');
    launcher.click();
    launcher.click();
    page.api.open();
    await settle();
    expect(backend.begun).toBe(1);
    expect(page.log.match(/Hej, jag är/g)).toHaveLength(1);
  });
});

describe('the panel', () => {
  test('is a dialog with a name and a polite log', async () => {
    page = await Page.open();
    expect(page.see.getByRole('dialog').getAttribute('aria-label')).toBe('Chatt med Sovinto');
    expect(page.see.getByRole('log').getAttribute('aria-live')).toBe('polite');
    expect(page.see.getByLabelText('Ditt meddelande')).toBe(page.box);
  });

  test('says that it is an automated assistant', async () => {
    page = await Page.open();
    expect(page.see.getByText('Automatisk assistent')).toBeTruthy();
  });

  test('takes the focus into the text field where there are keys', async () => {
    page = await Page.open();
    expect(page.root.activeElement).toBe(page.box);
  });

  test('takes the focus itself on a phone, where a keyboard would cover the greeting', async () => {
    onPhone();
    page = await Page.open();
    expect(page.root.activeElement).toBe(page.see.getByRole('dialog'));
    expect(page.see.getByRole('dialog').getAttribute('aria-modal')).toBe('true');
  });

  test('keeps Tab inside while it covers the page', async () => {
    onPhone();
    page = await Page.open();
    const reachable = [
      ...page.root.querySelectorAll<HTMLElement>('.panel button, .panel textarea'),
    ];
    reachable.at(-1)?.focus();
    await page.press('Tab');
    expect(page.root.activeElement).toBe(reachable[0]);
    await page.press('Tab', { shiftKey: true });
    expect(page.root.activeElement).toBe(reachable.at(-1));
  });

  test('closes with Escape and gives the focus back to the launcher', async () => {
    page = await Page.open();
    await page.press('Escape');
    expect(page.see.queryByRole('dialog')).toBeNull();
    expect(page.root.activeElement).toBe(page.button('Fråga oss'));
  });

  test('is open again after a reload, on a screen that it does not cover', async () => {
    page = await Page.open();
    page.leave();
    page = new Page();
    await settle();
    expect(page.see.getByRole('dialog')).toBeTruthy();
    expect(page.root.activeElement).toBeNull();
  });

  test('carries no inline style, so that a strict policy has nothing to forbid', async () => {
    page = await Page.open();
    expect(page.root.querySelectorAll('[style], style')).toHaveLength(0);
    expect(page.root.adoptedStyleSheets.length).toBeGreaterThan(0);
  });

  test('changes its words when the conversation changes its language', async () => {
    page = await Page.open();
    backend.line.tell({ type: 'language', language: 'fi' });
    await settle();
    expect(page.see.getByText('Automaattinen avustaja')).toBeTruthy();
    expect(page.see.getByRole('dialog').getAttribute('lang')).toBe('fi');
  });
});

describe('a person', () => {
  test('is one tap away, and asked for as by an ordinary message', async () => {
    page = await Page.open();
    await page.click('Prata med en person');
    expect(backend.sent[0]).toMatchObject({ text: 'Jag vill prata med en person' });
    expect(backend.sent[0]?.payload).toBeUndefined();
  });

  test('has a name once there', async () => {
    page = await Page.open();
    backend.line.tell({ type: 'mode', mode: 'agent' });
    backend.say({ sender: 'agent', name: 'Siri', text: 'Hej, Siri här.' });
    await settle();
    expect(page.see.getByRole('heading', { name: 'Siri' })).toBeTruthy();
    expect(page.see.getByText('Du skriver med en person')).toBeTruthy();
  });
});

describe('identifying', () => {
  const identify = { title: 'Identifiera dig', payload: 'identify' };

  test('is asked of the page and sent to nobody', async () => {
    backend.greeting = [{ text: 'Vem är du?', buttons: [identify] }];
    page = await Page.open();
    const asked = vi.fn();
    window.addEventListener('sovinto:identify', asked, { once: true });
    await page.click('Identifiera dig');
    expect(asked).toHaveBeenCalledOnce();
    expect(backend.sent).toEqual([]);
    page.api.identify('e30.e30.x');
    await settle();
    expect(page.log).toContain('Nu vet jag vem du är.');
    expect(backend.begun).toBe(1);
  });

  test('can still be done while a person has the word', async () => {
    const plan = { title: 'Dela upp', payload: '/plan' };
    backend.greeting = [{ text: 'Vem är du?', buttons: [plan, identify] }];
    page = await Page.open();
    backend.line.tell({ type: 'mode', mode: 'agent' });
    backend.say({ sender: 'agent', text: 'Hej' });
    await settle();
    expect(page.button('Dela upp').disabled).toBe(true);
    expect(page.button('Identifiera dig').disabled).toBe(false);
  });
});
