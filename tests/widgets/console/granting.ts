import type { Approval } from '@sovinto/console/approvals/wire.ts';
import type { Answer, Grant, Offer } from '@sovinto/console/plan/wire.ts';

/** What the calculator is answered, as http.md has it; tests change the parts they are about. */

export const offer = (more: Partial<Offer> = {}): Offer => ({
  id: null,
  kind: 'plan',
  instalment: 15000,
  instalments: 33,
  total: 486000,
  currency: 'SEK',
  schedule: [
    { due: '2026-12-28', amount: 15000 },
    { due: '2027-01-28', amount: 15000 },
  ],
  costs: { fee: 0, notices: 0, interest: 0 },
  compared: { today: 486000, plan: 486000, waiting: 512300, waiting_until: '2029-08-28' },
  forgiven: 0,
  words: ['33 delbetalningar på 150,00 kr.', 'Ska vi bestämma det?'],
  ...more,
});

export const answer = (more: Partial<Answer> = {}): Answer => ({
  outcome: 'offer',
  kind: 'plan',
  offers: [offer()],
  reasons: [],
  granted_by: 'rules',
  needs_role: null,
  ...more,
});

export const grant = (more: Partial<Grant> = {}): Grant => ({
  id: 'o-1',
  kind: 'plan',
  state: 'waiting',
  instalment: 15000,
  instalments: 33,
  total: 486000,
  currency: 'SEK',
  schedule: offer().schedule,
  words: offer().words,
  needs_role: 'supervisor',
  made_by: { id: 'u-siv', name: 'Siv Talltita' },
  made_at: '2026-11-21T09:10:00Z',
  note: 'Två barn och deltid.',
  decided_by: null,
  decision_note: null,
  ...more,
});

export const approval = (more: Partial<Approval> = {}): Approval => ({
  grant: grant(),
  conversation: 'c-1',
  client: { id: 'demo', name: 'Norrsken Energi', colour: '#0b6b5b' },
  case: 'SE-1001',
  debtor: 'Björn Talgoxe',
  balance: 486000,
  reasons: ['Den minsta delbetalning som går att komma överens om är 300,00 kr.'],
  costs: { fee: 0, notices: 0, interest: 0 },
  forgiven: 0,
  ...more,
});
