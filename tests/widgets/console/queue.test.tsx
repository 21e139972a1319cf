import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, press, settle, sitDown } from './desk.tsx';
import { handoff, message, nora, siv } from './wire.ts';

let backend: Backend;
beforeEach(() => {
  backend = new Backend();
});
afterEach(() => {
  leave();
  vi.useRealTimers();
});

const rows = () => screen.queryAllByRole('listitem').filter((it) => it.className === 'row');
const row = (at: number) => rows()[at]?.textContent ?? '';

test('a row says who, why, whose case, in which language and how long', async () => {
  backend.handoffs = [handoff({ reason: 'dispute', language: 'fi' })];
  await sitDown();
  for (const words of ['Björn Talgoxe', 'Bestrider skulden', 'Norrsken Energi', 'FI', '2 min']) {
    expect(row(0)).toContain(words);
  }
});

test('who has not identified is called so, and no name stands there', async () => {
  backend.handoffs = [handoff({ debtor: null, case: null })];
  await sitDown();
  expect(row(0)).toContain('Inte identifierad');
});

test('a crisis is marked by a word and not by colour alone', async () => {
  backend.handoffs = [
    handoff({ id: 'h-2', priority: 1, reason: 'crisis' }),
    handoff({ conversation: 'c-2' }),
  ];
  await sitDown();
  expect(row(0)).toContain('Kris');
  expect(row(1)).not.toContain('Kris');
});

test('the waiting time ticks', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-21T10:00:00Z') });
  backend.handoffs = [handoff({ waiting_seconds: 50 })];
  await sitDown();
  expect(row(0)).toContain('50 s');
  await settle(70_000);
  expect(row(0)).toContain('2 min');
});

test('a promised time is shown, and a broken promise is called one', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-21T10:00:00Z') });
  backend.handoffs = [handoff({ reason: 'callback', promised_at: '2026-11-21T10:01:00Z' })];
  await sitDown();
  expect(row(0)).toContain('Svar senast');
  await settle(61_000);
  expect(row(0)).toContain('Utlovat');
});

test('a promise is told by the clock of the client, whose zone is named where it is another', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-21T10:00:00Z') });
  const far = {
    id: 'demo',
    name: 'Norrsken Energi',
    colour: '#0b6b5b',
    zone: 'Pacific/Kiritimati',
  };
  backend.handoffs = [handoff({ promised_at: '2026-11-21T10:01:00Z', client: far })];
  await sitDown();
  expect(row(0)).toMatch(/00:01 (UTC|GMT)\+14/);
});

test('the tabs carry their counts, and the keys move between them', async () => {
  backend.handoffs = [handoff(), handoff({ id: 'h-2', state: 'taken', taken_by: nora })];
  await sitDown();
  expect(screen.getByRole('tab', { name: /Tagna/ }).textContent).toBe('Tagna1');
  screen.getByRole('tab', { name: /Väntar/ }).focus();
  await press('ArrowRight');
  expect(screen.getByRole('tab', { name: /Mina/ }).getAttribute('aria-selected')).toBe('true');
  await press('ArrowRight');
  expect(row(0)).toContain('Nora Gråtrost');
});

test('an empty list says what that means', async () => {
  await sitDown();
  expect(document.body.textContent).toContain('Ingen väntar');
});

test('a list that cannot be loaded says so and can be tried again', async () => {
  backend.handoffs = [handoff()];
  const broken = { status: 500, detail: '' };
  backend.trouble = { 'GET handoffs': [broken, broken] };
  await sitDown();
  expect(screen.getByRole('alert').textContent).toContain('Listan kunde inte hämtas');
  await click('Försök igen');
  expect(rows()).toHaveLength(1);
});

test('a list that is there stays when it cannot be read again, and is said to be old', async () => {
  backend.handoffs = [handoff()];
  await sitDown();
  backend.trouble = { 'GET handoffs': [{ status: 403, detail: '' }] };
  backend.push({ type: 'queue' });
  await settle(250);
  expect(rows()).toHaveLength(1);
  expect(screen.getByRole('alert').textContent).toContain('Listan kunde inte hämtas');
});

test('news over the live line is one reload, however much of it comes', async () => {
  await sitDown();
  backend.line.open();
  const before = backend.of('GET', 'waiting').length;
  backend.handoffs = [handoff()];
  for (let n = 0; n < 5; n += 1) backend.push({ type: 'queue' });
  await settle(250);
  expect(backend.of('GET', 'waiting')).toHaveLength(before + 1);
  expect(rows()).toHaveLength(1);
});

test('a line that was lost is said to be, comes back, and what is shown is read again', async () => {
  vi.useFakeTimers();
  await sitDown();
  backend.line.open();
  backend.line.lose();
  await settle();
  expect(document.body.textContent).toContain('Ansluter igen');
  await settle(3000);
  expect(backend.lines).toHaveLength(2);
  const before = backend.of('GET', 'waiting').length;
  backend.line.open();
  await settle();
  expect(backend.of('GET', 'waiting').length).toBeGreaterThan(before);
  expect(document.body.textContent).not.toContain('Ansluter igen');
});

test('j and k walk the list, and the cursor stays on its person when the order changes', async () => {
  const three = ['h-1', 'h-2', 'h-3'].map((id) => handoff({ id, conversation: `c-${id}` }));
  backend.handoffs = three;
  await sitDown();
  await press('j');
  await press('j');
  expect(document.activeElement?.id).toBe('row-h-2');
  backend.handoffs = [...three].reverse();
  backend.push({ type: 'queue' });
  await settle(250);
  expect(document.activeElement?.id).toBe('row-h-2');
  await press('ArrowUp');
  expect(document.activeElement?.id).toBe('row-h-3');
});

test('of a thousand rows only those in sight are drawn', async () => {
  backend.handoffs = Array.from({ length: 1000 }, (_, n) =>
    handoff({ id: `h-${n}`, conversation: `c-${n}` }),
  );
  await sitDown();
  expect(rows().length).toBeGreaterThan(10);
  expect(rows().length).toBeLessThan(60);
  expect(rows()[0]?.getAttribute('aria-setsize')).toBe('1000');
});

test('the title counts who needs the agent and names nobody', async () => {
  backend.handoffs = [
    handoff(),
    handoff({ id: 'h-2', conversation: 'c-2', state: 'taken', taken_by: siv }),
  ];
  await sitDown();
  expect(document.title).toBe('(1) Sovinto');
  backend.push({ type: 'message', conversation: 'c-2', message: message(3) });
  await settle();
  expect(document.title).toBe('(2) Sovinto');
  await click(/Mina/, 'tab');
  expect(
    within(rows()[0] as HTMLElement).getByRole('img', { name: 'Nytt meddelande' }),
  ).toBeTruthy();
});

test('the list of keys opens with ? and single keys can be turned off', async () => {
  backend.handoffs = [handoff()];
  await sitDown();
  await press('?');
  const dialog = screen.getByRole('dialog', { name: 'Tangenter' });
  expect(dialog.textContent).toContain('Lämna tillbaka till assistenten');
  fireEvent.click(screen.getByLabelText('Använd enstaka tangenter'));
  await click('Klar');
  await press('j');
  expect(document.activeElement?.id).not.toBe('row-h-1');
  await click('Visa tangenter');
  fireEvent.click(screen.getByLabelText('Använd enstaka tangenter'));
});
