import type { Detail, Handoff, Message, Plan, Proposal, User } from '@sovinto/console/api/wire.ts';
import type { HandoffCard } from '@sovinto/console/context/card/wire.ts';
import type { Note } from '@sovinto/console/notes/wire.ts';

/** What the backend says, as http.md has it; tests change the parts that they are about. */

export const siv: User = {
  id: 'u-siv',
  name: 'Siv Talltita',
  email: 'siv@demo',
  role: 'agent',
  permissions: ['queue.work'],
  language: 'sv',
  clients: ['demo'],
  speaks: [],
  not_trained_for: [],
  one_time_password: false,
  by_provider: false,
  must_add_second_step: false,
};

export const nora = { id: 'u-nora', name: 'Nora Gråtrost' };

export const handoff = (more: Partial<Handoff> = {}): Handoff => ({
  id: 'h-1',
  reference: 'H-7K3M9Q',
  conversation: 'c-1',
  kind: 'chat',
  reason: 'requested',
  state: 'waiting',
  priority: 0,
  client: { id: 'demo', name: 'Norrsken Energi', colour: '#0b6b5b' },
  language: 'sv',
  wish: 'Kan jag betala 200 kr i månaden?',
  case: 'SE-1001',
  debtor: 'Björn Talgoxe',
  created_at: '2026-11-21T09:00:00Z',
  promised_at: null,
  call_from: null,
  clock: null,
  taken_by: null,
  waiting_seconds: 125,
  ...more,
});

export const message = (seq: number, more: Partial<Message> = {}): Message => ({
  id: `m-${seq}`,
  seq,
  sender: 'debtor',
  text: `rad ${seq}`,
  buttons: [],
  card: null,
  at: `2026-11-21T09:${String(seq).padStart(2, '0')}:00Z`,
  name: null,
  ...more,
});

export const proposal = (more: Partial<Proposal> = {}): Proposal => ({
  at: '2026-11-21T09:02:00Z',
  terms: { amount: 20000, instalments: null },
  outcome: 'counter',
  reasons: ['Den minsta delbetalningen är 300,00 kr.'],
  by_person: null,
  ...more,
});

export const plan = (more: Partial<Plan> = {}): Plan => ({
  id: 'p',
  kind: 'plan',
  status: 'agreed',
  instalment: 50000,
  instalments: 2,
  total: 86000,
  currency: 'SEK',
  schedule: [
    { due: '2026-12-25', amount: 50000 },
    { due: '2027-01-25', amount: 36000 },
  ],
  undo_until: null,
  replaces: null,
  can: { undo: false },
  ...more,
});

export const card = (of: Handoff, more: Partial<HandoffCard> = {}): HandoffCard => ({
  who: {
    identified_by: 'payment_page',
    identified_meanwhile: false,
    name: 'Björn Talgoxe',
    kind: 'person',
    channel: 'web',
    phone: null,
    only_in_writing: false,
  },
  spoken: { language: of.language, plain: false },
  cases: [
    { reference: 'SE-1001', here: true, status: 'open', balance: 486000, currency: 'SEK' },
    { reference: 'SE-1006', here: false, status: 'enforcement', balance: 120000, currency: 'SEK' },
  ],
  why: {
    reason: of.reason,
    rule: null,
    at: of.created_at,
    wish: of.wish,
    promised_at: of.promised_at,
    also: [],
  },
  asked: [
    { at: '2026-11-21T09:01:00Z', intent: 'ask_fees', values: [] },
    {
      at: '2026-11-21T09:02:00Z',
      intent: 'propose_terms',
      values: [{ entity: 'amount', value: 200 }],
    },
  ],
  not_understood: 0,
  proposals: [
    {
      at: '2026-11-21T09:02:00Z',
      case: 'SE-1001',
      kind: 'plan',
      terms: { amount: 20000 },
      outcome: 'counter',
      refused_by: [
        { rule: 'instalment_at_least', text: 'Den minsta delbetalningen är 300,00 kr.' },
      ],
      shown: {
        instalments: 12,
        instalment: 40500,
        total: 486000,
        currency: 'SEK',
        first_due: '2026-12-25',
      },
    },
  ],
  agreed: { plan: null, deferred_until: null, rests: [] },
  care: [],
  mood: null,
  flow: { doing: 'plan', waits_for: 'decision' },
  steps: {
    allowed: [
      {
        step: 'plan',
        by_hand: false,
        amount: 40500,
        instalments: 12,
        until: '2026-12-25',
        currency: 'SEK',
      },
      {
        step: 'deferral',
        by_hand: false,
        amount: null,
        instalments: null,
        until: '2026-12-21',
        currency: null,
      },
    ],
    barred_by: [],
  },
  ...more,
});

export const detail = (of: Handoff, more: Partial<Detail> = {}): Detail => ({
  conversation: {
    id: of.conversation,
    language: of.language,
    mode: of.state === 'taken' ? 'agent' : 'queue',
    identified: true,
    channel: 'web',
    client: of.client,
  },
  handoff: of,
  call: null,
  card: card(of),
  summary: ['Bad själv om en person.', 'Inget är avtalat än.'],
  messages: [
    message(1, { sender: 'assistant', text: 'Hej. Jag är en automatisk assistent.' }),
    message(2, {
      text: '200 i månaden',
      understood: {
        intent: 'propose_terms',
        confidence: 0.88,
        entities: [{ entity: 'amount', value: 200 }],
      },
    }),
  ],
  case: {
    reference: 'SE-1001',
    status: 'open',
    debtor: { name: 'Björn Talgoxe', kind: 'person' },
    balance: {
      total: 486000,
      currency: 'SEK',
      parts: [
        { kind: 'principal', amount: 500000 },
        { kind: 'fee', amount: 36000 },
        { kind: 'payment', amount: 50000 },
      ],
      known_until: null,
      fees: [
        {
          amount: 36000,
          paid: 36000,
          booked_on: '2026-05-02',
          text: 'Inkassokrav',
          ceiling: {
            amount: 36000,
            source: 'Lag (1981:739)',
            effective_from: '2013-03-16',
            confidence: 'verified',
          },
        },
      ],
      payments: [
        { paid_on: '2026-06-02', amount: 50000, allocated: { fee: 36000, principal: 14000 } },
      ],
      interest: { basis: 'agreed', segments: [] },
    },
    ledger: [
      { at: '2026-03-14', kind: 'principal', amount: 500000, text: 'Faktura 88213' },
      { at: '2026-05-02', kind: 'fee', amount: 36000, text: '' },
      { at: '2026-06-02', kind: 'payment', amount: 50000, text: '' },
    ],
    plan: null,
    holds: [{ reason: 'payment_reported', until: '2026-12-05' }],
    rules: [{ name: 'Minsta delbetalning', value: '300,00 kr' }],
  },
  proposals: [proposal()],
  granted: [],
  notes: [],
  ...more,
});

export const note = (more: Partial<Note> = {}): Note => ({
  conversation: 'c-1',
  id: 'n-1',
  kind: 'note',
  about: null,
  text: 'Ring på eftermiddagen.',
  after: 1,
  by: nora,
  at: '2026-11-21T09:01:30Z',
  ...more,
});
