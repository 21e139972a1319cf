// Read before the first test, whose time it would take.
import '@sovinto/console/deadlines/DeadlinesPage.tsx';
import { screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Backend } from './backend.ts';
import { leave, openPage, settle, sitDown } from './desk.tsx';
import { handoff, siv } from './wire.ts';

let backend: Backend;
let counts: { late: number; soon: number };
const demo = { id: 'demo', name: 'Norrsken Energi', colour: '#0b6b5b' };

beforeEach(() => {
  vi.setSystemTime(new Date('2026-11-21T10:00:00Z'));
  backend = new Backend();
  counts = { late: 1, soon: 0 };
  const late = handoff({
    kind: 'callback',
    reason: 'callback',
    promised_at: '2026-11-21T09:00:00Z',
  });
  const promised = handoff({ id: 'h-2', conversation: 'c-2', promised_at: '2026-11-21T12:00:00Z' });
  backend.pages = {
    'GET deadlines/counts': () => counts,
    'GET deadlines': () => ({ late: [late], promises: [late, promised], missed: [], counts }),
    'GET deadlines/met': () => ({
      from: '2026-10-25',
      to: '2026-11-21',
      clients: [
        {
          client: demo,
          answer: { met: 9, of: 10, percent: 90 },
          resolution: { met: 0, of: 0, percent: null },
        },
      ],
      answer: { met: 9, of: 10, percent: 90 },
      resolution: { met: 0, of: 0, percent: null },
    }),
  };
});
afterEach(leave);

const bar = () => screen.getByRole('navigation', { name: 'Sidor' });

test("how much is late stands in the bar, and is counted anew when something of one's own happens", async () => {
  backend.handoffs = [handoff({ state: 'taken', taken_by: siv })];
  await sitDown();
  await settle(200);
  expect(within(bar()).getByRole('link', { name: 'Tider 1' })).toBeTruthy();
  counts = { late: 0, soon: 0 };
  backend.push({ type: 'note', conversation: 'c-1', n: 3 });
  await settle(400);
  expect(within(bar()).getByRole('link', { name: 'Tider' })).toBeTruthy();
});

test('what others do is counted now and then, however much of it there is', async () => {
  vi.useFakeTimers();
  await sitDown();
  backend.line.open();
  const asked = () => backend.of('GET', 'deadlines/counts').length;
  const before = asked();
  for (let n = 1; n <= 100; n += 1) {
    backend.push({ type: 'note', conversation: 'c-9', n });
    await settle(150);
  }
  expect(asked() - before).toBeLessThanOrEqual(1);
  counts = { late: 0, soon: 0 };
  for (let n = 101; n <= 500; n += 1) {
    backend.push({ type: 'note', conversation: 'c-9', n });
    await settle(150);
  }
  expect(asked() - before).toBeGreaterThanOrEqual(1);
  expect(asked() - before).toBeLessThanOrEqual(6);
  vi.useRealTimers();
});

test('what is late and what was promised stand in lists with a way to each', async () => {
  await openPage('/console/deadlines');
  const late = screen.getByRole('table', { name: /^Sent nu/ });
  expect(within(late).getByRole('link', { name: 'Björn Talgoxe' }).getAttribute('href')).toBe(
    '/console/conversations/c-1',
  );
  expect(late.textContent).toContain('Samtal');
  expect(late.querySelector('.row-late')).not.toBeNull();
  const promised = screen.getByRole('table', { name: /^Utlovat/ });
  const coming = [...promised.querySelectorAll('tbody tr')];
  expect(coming).toHaveLength(1); // what is late stands above already
  const [second] = coming;
  expect(second?.textContent).toContain('Utlovat svar');
  expect(second?.querySelector('.row-late')).toBeNull();
});

test('an agent sees no shares, a supervisor sees how many they are made of', async () => {
  await openPage('/console/deadlines');
  expect(screen.queryByRole('table', { name: 'Klart i tid' })).toBeNull();
  leave();
  backend.user = { ...siv, permissions: ['queue.work', 'figures.read'] };
  await openPage('/console/deadlines');
  const met = screen.getByRole('table', { name: 'Klart i tid' });
  expect(met.textContent?.replace(/\s/g, ' ')).toContain('90 % 9 av 10');
  expect(met.textContent).toContain('–');
});

test('in a demonstration on another day what is late is told by the clock of that day', async () => {
  const DAYS = 24 * 60 * 60;
  const client = { ...demo, zone: 'Europe/Stockholm', ahead_seconds: -10 * DAYS };
  const promised = handoff({ client, promised_at: '2026-11-11T12:00:00Z' });
  const behind = handoff({
    id: 'h-2',
    conversation: 'c-2',
    client,
    promised_at: '2026-11-11T09:00:00Z',
  });
  backend.pages['GET deadlines'] = () => ({
    late: [behind],
    promises: [behind, promised],
    missed: [],
    counts,
  });
  await openPage('/console/deadlines');
  const coming = screen.getByRole('table', { name: /^Utlovat/ });
  expect(coming.querySelector('.row-late')).toBeNull();
  expect(coming.textContent).toContain('13:00');
  const late = screen.getByRole('table', { name: /^Sent nu/ });
  expect(late.querySelector('.row-late')).not.toBeNull();
});
