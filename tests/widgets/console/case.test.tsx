import { screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { leave, sitDown } from './desk.tsx';
import { grant } from './granting.ts';
import { card, handoff, nora, plan, proposal } from './wire.ts';

let backend: Backend;
beforeEach(() => {
  backend = new Backend();
  backend.handoffs = [handoff()];
});
afterEach(leave);

const pane = () => screen.getByRole('complementary', { name: 'Ärende' });
const plain = (element: HTMLElement) => (element.textContent ?? '').replace(/\s/g, ' ');
const open = () => sitDown('/console/conversations/c-1');

test('what the agent needs to know stands together, a line for each thing', async () => {
  await open();
  const first = plain(screen.getByRole('region', { name: 'Det du behöver veta' }));
  const needed = [
    'Björn Talgoxe',
    'SE-1001',
    'Öppet',
    '4 860,00 kr',
    'Legitimerad på betalsidan',
    'Bad om en person',
    'Kan jag betala 200 kr i månaden?',
    'SE-1006 · 1 200,00 kr · Hos verkställande myndighet',
    'frågar om avgifter · föreslår villkor',
    'Den minsta delbetalningen är 300,00 kr.',
    'Visades: 12 delbetalningar på 405,00 kr',
    'AvtalatInget än',
    'Gör en betalplan, fick frågan om ja eller nej',
    'Betalplan: högst 12 delbetalningar, från 405,00 kr',
    'Mer tid: till 21 december',
  ];
  for (const words of needed) expect(first).toContain(words);
});

test('care and mood are words, and what else waits is named', async () => {
  const one = handoff({ reason: 'crisis', priority: 1 });
  const why = {
    ...card(one).why,
    also: [{ reason: 'document', kind: 'chat', at: one.created_at, promised_at: null }],
  };
  const care = [
    { kind: 'crisis', since: one.created_at },
    { kind: 'illness', since: one.created_at },
  ];
  const mood = { sign: 'angry', at: one.created_at, times: 2 };
  backend.details['c-1'] = {
    card: card(one, { why, care, mood, spoken: { language: 'fi', plain: true } }),
  };
  await open();
  const first = plain(screen.getByRole('region', { name: 'Det du behöver veta' }));
  expect(first).toContain('HänsynHar nämnt sjukdom · Arg ×2');
  expect(first).toContain('Dessutom: Vill ha ett dokument');
  expect(first).toContain('finskaEnkla ord');
});

test('what is agreed, what a rule bars and what this agent may grant are said in words', async () => {
  const one = handoff();
  const running = {
    id: 'p',
    kind: 'plan',
    status: 'agreed',
    instalment: 50000,
    instalments: 4,
    total: 200000,
    currency: 'SEK',
    left: 1,
    next_due: '2026-12-25',
    next_amount: 50000,
  };
  const agreed = {
    plan: running,
    deferred_until: null,
    rests: [{ reason: 'dispute', until: null }],
  };
  const grant = { step: 'plan', by_hand: true, amount: 20000, instalments: 18 };
  const allowed = [{ ...grant, until: null, currency: 'SEK' }];
  const barred_by = [{ rule: 'disputed', text: 'Skulden är bestridd.' }];
  backend.details['c-1'] = { card: card(one, { agreed, steps: { allowed, barred_by } }) };
  await open();
  const first = plain(screen.getByRole('region', { name: 'Det du behöver veta' }));
  expect(first).toContain('500,00 kr per gång · 1 delbetalning kvar · nästa 25 december');
  expect(first).toContain('Invändning, tills vidare');
  expect(first).toContain('Bestritt: svara på det först');
  expect(first).toContain('Du får: Betalplan: högst 18 delbetalningar, från 200,00 kr');
});

test('a client’s own rule is said in words with the meanings it is about', async () => {
  const one = handoff({ reason: 'client_rule' });
  const rule = {
    text: 'Över 50 000,00 kr',
    intents: ['request_plan', 'propose_terms'],
    why: 'avtalat 2026-09',
  };
  backend.details['c-1'] = { card: card(one, { why: { ...card(one).why, rule } }) };
  await open();
  const first = plain(screen.getByRole('region', { name: 'Det du behöver veta' }));
  expect(first).toContain('Uppdragsgivarens egen regelÖver 50 000,00 kr · föreslår villkorSkrev');
});

test('the short lines stand above what was said', async () => {
  await open();
  const lines = screen.getByRole('list', { name: 'I korthet' });
  expect(plain(lines)).toContain('Inget är avtalat än.');
  const said = screen.getByRole('log');
  expect(lines.compareDocumentPosition(said)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test('the ledger sums to the balance, with what was paid taken off', async () => {
  await open();
  const ledger = screen.getByRole('table', { name: 'Reskontra' });
  expect(plain(ledger)).toMatch(/Betalning[−-]500,00 kr/);
  const sums = within(ledger).getAllByRole('row').at(-1) as HTMLElement;
  expect(plain(sums)).toBe('Summa4 860,00 kr');
});

test('each fee stands with the ceiling of the law, its source and how sure that is', async () => {
  await open();
  const fees = plain(screen.getByRole('list', { name: 'Avgifter och lagens tak' }));
  expect(fees).toContain('Inkassokrav360,00 kr');
  expect(fees).toContain('2 maj 2026 · högst 360,00 kr enligt lag · betald');
  expect(fees).toContain('Källa: Lag (1981:739) · sedan 16 mars 2013 · kontrollerat');
});

test('a fee whose ceiling nobody knows is said to have none that is known', async () => {
  const { case: shown } = backend.detail('c-1');
  if (!shown) throw new Error('no case');
  const [fee] = shown.balance.fees;
  if (!fee) throw new Error('no fee');
  const fees = [
    { ...fee, ceiling: null, paid: 6000 },
    { ...fee, paid: null },
  ];
  backend.details['c-1'] = { case: { ...shown, balance: { ...shown.balance, fees } } };
  await open();
  const [first, second] = within(
    screen.getByRole('list', { name: 'Avgifter och lagens tak' }),
  ).getAllByRole('listitem') as [HTMLElement, HTMLElement];
  expect(plain(first)).toContain('2 maj 2026 · lagens tak är inte känt · 300,00 kr kvar');
  expect(plain(second)).not.toMatch(/betald|kvar/);
});

test('a payment stands with what it went to, and what was too much', async () => {
  const { case: shown } = backend.detail('c-1');
  if (!shown) throw new Error('no case');
  const payments = [{ paid_on: '2026-06-02', amount: 60000, allocated: { fee: 36000 } }];
  backend.details['c-1'] = { case: { ...shown, balance: { ...shown.balance, payments } } };
  await open();
  const list = plain(screen.getByRole('list', { name: 'Betalningar och vad de gått till' }));
  expect(list).toBe('2 juni 2026600,00 krAvgifter 360,00 kr · för mycket 240,00 kr');
});

test('interest that runs is shown by the days of each rate', async () => {
  const { case: shown } = backend.detail('c-1');
  if (!shown) throw new Error('no case');
  const segments = [
    { from: '2026-06-01', to: '2026-06-30', days: 30, principal: 450000, rate: '10.5' },
    { from: '2026-07-01', to: '2026-11-21', days: 144, principal: 450000, rate: '10' },
  ];
  const interest = { basis: 'statutory', segments };
  const parts = [...shown.balance.parts, { kind: 'interest' as const, amount: 30000 }];
  const booked = { at: '2026-05-31', kind: 'interest', amount: 12000, text: '' };
  const balance = { ...shown.balance, interest, parts };
  backend.details['c-1'] = { case: { ...shown, balance, ledger: [...shown.ledger, booked] } };
  await open();
  const table = screen.getByRole('table', { name: /Ränta som löper/ });
  const [, first, second, sums] = within(table).getAllByRole('row') as HTMLElement[];
  expect(plain(first as HTMLElement)).toBe('2026-06-01–303010,5 %4 500,00 kr');
  expect(plain(second as HTMLElement)).toContain('14410 %4 500,00 kr');
  expect(plain(sums as HTMLElement)).toBe('Summa180,00 kr');
});

test('where the interest is not known, it is said to which day it is', async () => {
  const { case: shown } = backend.detail('c-1');
  if (!shown) throw new Error('no case');
  const balance = {
    ...shown.balance,
    total: null,
    parts: [],
    interest: null,
    known_until: '2026-06-30',
  };
  backend.details['c-1'] = { case: { ...shown, balance } };
  await open();
  expect(plain(pane())).toContain('Räntan är känd till och med 30 juni 2026.');
});

test('a wish whose offer waits for a supervisor is not called offered', async () => {
  const by = grant({ state: 'waiting', needs_role: 'supervisor' });
  backend.details['c-1'] = {
    proposals: [
      proposal({ outcome: 'offer', by_person: by }),
      proposal({ at: '2026-11-21T09:03:00Z', outcome: 'offer', by_person: refused() }),
      proposal({ at: '2026-11-21T09:04:00Z', outcome: 'offer' }),
    ],
  };
  await open();
  const [waits, not, offered] = (pane().querySelectorAll('.proposal-outcome') ??
    []) as unknown as HTMLElement[];
  expect(plain(waits as HTMLElement)).toMatch(/ · Siv Talltita · Väntar på ett ja: gruppledare$/);
  expect(plain(not as HTMLElement)).toMatch(/ · Siv Talltita · .+ Nora Gråtrost$/);
  expect(plain(offered as HTMLElement)).toMatch(/ · Erbjöds$/);
});

const refused = () => grant({ state: 'refused', decided_by: nora });

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
  backend.details['c-1'] = { case: { ...shown, plan: plan() } };
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
