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

describe('lines', () => {
  test('are text, whatever is written in them', async () => {
    backend.say({ text: '<img src=x onerror=alert(1)><b>fet</b>' });
    backend.say({ sender: 'debtor', text: 'https://kronofogden.se <script>' });
    await settle();
    expect(page.root.querySelector('.log img, .log b, .log script')).toBeNull();
    expect(page.root.querySelector('.from-debtor a')).toBeNull();
  });

  test('of an agent carry the name, once for a row of them', async () => {
    backend.say({ sender: 'agent', name: 'Siri', text: 'Ett' });
    backend.say({ sender: 'agent', name: 'Siri', text: 'Två' });
    await settle();
    expect(page.root.querySelectorAll('.speaker')).toHaveLength(1);
  });

  test('tell a screen reader who speaks', async () => {
    backend.say({ sender: 'debtor', text: 'Jag' });
    await settle();
    expect(page.root.querySelector('.from-assistant .unseen')?.textContent).toBe('Sovinto');
    expect(page.root.querySelector('.from-debtor .unseen')?.textContent).toBe('Du');
  });

  test('link to help in another window that learns nothing of where one came from', async () => {
    backend.say({ text: 'Läs https://www.kronofogden.se/x eller ring 90101.' });
    await settle();
    const [site, phone] = page.root.querySelectorAll<HTMLAnchorElement>('.log a');
    expect(site?.rel).toContain('noopener');
    expect(site?.getAttribute('referrerpolicy')).toBe('no-referrer');
    expect(phone?.href).toBe('tel:90101');
  });
});

describe('buttons', () => {
  const offer = [
    { title: 'Ja, så gör vi', payload: '/yes' },
    { title: 'Lägre belopp', payload: '/low' },
  ];

  test('send their title and payload, and are spent by the next ones', async () => {
    backend.answers['/low'] = {
      messages: [{ text: 'Hur lågt?', buttons: [{ title: '300', payload: '/a' }] }],
    };
    backend.say({ text: 'Så här?', buttons: offer });
    await settle();
    await page.click('Lägre belopp');
    expect(backend.sent[0]).toMatchObject({ text: 'Lägre belopp', payload: '/low' });
    expect(page.button('Ja, så gör vi').disabled).toBe(true);
    expect(page.button('300').disabled).toBe(false);
  });

  test('pressed twice in haste send once', async () => {
    backend.say({ text: 'Så här?', buttons: offer });
    await settle();
    const yes = page.button('Ja, så gör vi');
    yes.click();
    yes.click();
    await settle();
    expect(backend.sent).toHaveLength(1);
  });

  test('leave the focus where one goes on', async () => {
    backend.say({ text: 'Så här?', buttons: offer });
    await settle();
    page.button('Ja, så gör vi').focus();
    await page.click('Ja, så gör vi');
    expect(page.root.activeElement).toBe(page.box);
  });
});
