// Read before the first test, whose time it would take.
import '@sovinto/console/approvals/ApprovalsPage.tsx';
import type { Approval } from '@sovinto/console/approvals/wire.ts';
import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, openPage, settle, sitDown } from './desk.tsx';
import { approval, grant } from './granting.ts';
import { handoff, siv } from './wire.ts';

let backend: Backend;
let waiting: Approval[];
let decided: unknown[];

beforeEach(() => {
  backend = new Backend();
  backend.user = { ...siv, permissions: ['queue.work', 'plan.offer', 'plan.approve'] };
  backend.handoffs = [handoff()];
  waiting = [approval()];
  decided = [];
  backend.pages = {
    'GET approvals/waiting': () => ({ offers: waiting.map((it) => it.grant.id) }),
    'GET approvals': () => ({ items: waiting }),
    'POST approvals/o-1': ({ body }) => {
      decided.push(body);
      waiting = [];
      return undefined;
    },
  };
});
afterEach(leave);

const bar = () => screen.getByRole('navigation', { name: 'Sidor' });
const page = () => (screen.getByRole('main').textContent ?? '').replace(/\s/g, ' ');

test('how many wait stands in the bar, wherever one is', async () => {
  await sitDown();
  expect(within(bar()).getByRole('link', { name: 'Godkännanden 1' })).toBeTruthy();
  waiting = [approval(), approval({ grant: grant({ id: 'o-2' }) })];
  backend.push({ type: 'grant', conversation: 'c-1' });
  await settle(200);
  expect(within(bar()).getByRole('link', { name: 'Godkännanden 2' })).toBeTruthy();
  // No case is read, and written down as read, by somebody who does not look.
  expect(backend.of('GET', 'approvals')).toHaveLength(0);
});

test('one look reads the cases once, also when the line comes anew, and again when more wait', async () => {
  await openPage('/console/approvals');
  backend.push({ type: 'anew', n: 7 });
  backend.push({ type: 'grant', conversation: 'c-1' });
  await settle(200);
  expect(backend.of('GET', 'approvals')).toHaveLength(1);
  waiting = [approval(), approval({ grant: grant({ id: 'o-2' }) })];
  backend.push({ type: 'grant', conversation: 'c-1' });
  await settle(200);
  expect(backend.of('GET', 'approvals')).toHaveLength(2);
});

test('all that a yes needs stands together', async () => {
  await openPage('/console/approvals');
  for (const words of [
    'Björn Talgoxe',
    'SE-1001',
    'att betala 4 860,00 kr',
    'Betalplan · 150,00 kr per gång · 33 delbetalningar',
    'Den minsta delbetalning som går att komma överens om är 300,00 kr.',
    'Siv Talltita ber om godkännande',
    'Två barn och deltid.',
  ])
    expect(page()).toContain(words);
  expect(screen.getByRole('link', { name: 'Björn Talgoxe' }).getAttribute('href')).toBe(
    '/console/conversations/c-1',
  );
});

test('a yes goes with its note, and the list is empty after it', async () => {
  await openPage('/console/approvals');
  fireEvent.input(screen.getByLabelText('Svar till din kollega'), { target: { value: 'Bra.' } });
  await click('Godkänn');
  expect(decided).toEqual([{ approved: true, note: 'Bra.' }]);
  expect(page()).toContain('Inget väntar på ditt ja');
});

test('a no is a no', async () => {
  await openPage('/console/approvals');
  await click('Avslå');
  expect(decided).toEqual([{ approved: false, note: null }]);
});

test('when somebody else was first it says so, and the list is read again', async () => {
  backend.trouble = { 'POST o-1': [{ status: 409, detail: 'Det är redan avgjort.' }] };
  await openPage('/console/approvals');
  const asked = backend.of('GET', 'approvals').length;
  await click('Godkänn');
  expect(page()).toContain('Det är redan avgjort.');
  expect(backend.of('GET', 'approvals').length).toBeGreaterThan(asked);
});

test('a list that cannot be had says so and is asked for again', async () => {
  backend.trouble = { 'GET approvals': ['unreachable'] };
  await openPage('/console/approvals');
  await settle(100);
  await click('Försök igen');
  expect(page()).toContain('Björn Talgoxe');
});

test('an agent has no such page', async () => {
  backend.user = { ...siv, permissions: ['queue.work', 'plan.offer'] };
  await sitDown('/console/approvals');
  await settle();
  expect(location.pathname).toBe('/console/queue');
  expect(backend.of('GET', 'approvals')).toHaveLength(0);
});
