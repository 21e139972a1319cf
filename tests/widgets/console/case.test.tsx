import { screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { leave, sitDown } from './desk.tsx';
import { handoff } from './wire.ts';

let backend: Backend;
beforeEach(() => {
  backend = new Backend();
  backend.handoffs = [handoff()];
});
afterEach(leave);

const pane = () => screen.getByRole('complementary', { name: 'Ärende' });
const plain = (element: HTMLElement) => (element.textContent ?? '').replace(/\s/g, ' ');
const open = () => sitDown('/console/conversations/c-1');

test('what the agent needs to know stands together: who, how much, why, what is wished', async () => {
  await open();
  const first = plain(screen.getByRole('region', { name: 'Det du behöver veta' }));
  const needed = ['Björn Talgoxe', 'SE-1001', 'Öppet', '4 860,00 kr', 'Bad om en person'];
  for (const words of [...needed, '200 kr i månaden', 'Inget är avtalat än.']) {
    expect(first).toContain(words);
  }
});

test('the ledger sums to the balance, with what was paid taken off', async () => {
  await open();
  const ledger = screen.getByRole('table', { name: 'Reskontra' });
  expect(plain(ledger)).toMatch(/Betalning[−-]500,00 kr/);
  const sums = within(ledger).getAllByRole('row').at(-1) as HTMLElement;
  expect(plain(sums)).toBe('Summa4 860,00 kr');
});

test('a proposal stands with the rule that refused it', async () => {
  await open();
  expect(plain(pane())).toContain('200,00 kr per gång');
  expect(plain(pane())).toContain('Den minsta delbetalningen är 300,00 kr.');
});

test('holds and the rules of the client are named', async () => {
  await open();
  expect(plain(pane())).toContain('Uppger att det är betalt, till 5 december');
  expect(plain(pane())).toContain('Minsta delbetalning300,00 kr');
});

test('a plan is one line with its dates folded', async () => {
  backend.details['c-1'] = {};
  const { case: shown } = backend.detail('c-1');
  if (!shown) throw new Error('no case');
  const schedule = [
    { due: '2026-12-25', amount: 50000 },
    { due: '2027-01-25', amount: 36000 },
  ];
  const plan = { id: 'p', status: 'agreed', instalment: 50000, instalments: 2, total: 86000 };
  backend.details['c-1'] = { case: { ...shown, plan: { ...plan, currency: 'SEK', schedule } } };
  await open();
  expect(plain(pane())).toContain('500,00 kr per gång · 2 delbetalningar · 860,00 kr totalt');
  const fold = pane().querySelector('details');
  expect(fold?.open).toBe(false);
  const link = within(pane()).getByRole('link', { name: 'Ladda ner bekräftelsen som PDF' });
  expect(link.getAttribute('href')).toBe('/api/staff/plans/p/confirmation');
  expect(plain(fold as HTMLElement)).toContain('25 januari 2027360,00 kr');
});

test('without a case the agent is told to say nothing of any debt', async () => {
  backend.details['c-1'] = { case: null };
  await open();
  expect(plain(pane())).toContain('Säg därför inget om någon skuld.');
});
