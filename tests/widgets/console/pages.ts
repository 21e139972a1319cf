import type { ClientCard, Clients, RulesVersion } from '@sovinto/console/clients/wire.ts';
import type { Chart, Conversation, Figure, Summary } from '@sovinto/console/figures/wire.ts';
import type { Intents, Miss, MissPage } from '@sovinto/console/misses/wire.ts';
import type { StaffUser } from '@sovinto/console/users/wire.ts';

/** What the pages beside the desk are told; tests change the parts that they are about. */

export const figure = (name: string, more: Partial<Figure> = {}): Figure => ({
  name,
  label: name,
  unit: 'count',
  value: 1240,
  before: 1000,
  of: 1240,
  before_of: 1000,
  definition: `vad ${name} är`,
  by_currency: null,
  ...more,
});

export const summary = (figures: Figure[]): Summary => ({
  from: '2026-10-25',
  to: '2026-11-21',
  clients: [
    { id: 'demo', name: 'Norrsken Energi', colour: '#0b6b5b' },
    { id: 'demo-two', name: 'Björkmobil', colour: '#7a3e9d' },
  ],
  languages: ['sv', 'fi'],
  channels: ['web', 'sms'],
  figures,
});

export const chart = (name: string, more: Partial<Chart> = {}): Chart => ({
  chart: name,
  question: `Fråga om ${name}?`,
  definition: `så räknas ${name}`,
  unit: 'count',
  rows: [
    {
      key: 'hardship',
      label: 'Kan inte betala',
      value: 31,
      of: 120,
      before: 28,
      drill: { reason: 'hardship' },
    },
    { key: 'crisis', label: 'Kris', value: 2, of: 120, before: 0, drill: { reason: 'crisis' } },
  ],
  total: { value: 33, of: 120 },
  ...more,
});

export const listed = (more: Partial<Conversation> = {}): Conversation => ({
  id: 'c-7',
  seq: 7,
  client: 'demo',
  language: 'fi',
  channel: 'web',
  begun_at: '2026-11-20T09:00:00Z',
  turns: 6,
  missed: 1,
  outcome: 'person',
  outcome_label: 'Med en människa',
  reason: 'hardship',
  reason_label: 'Kan inte betala',
  endings: [],
  ...more,
});

export const miss = (id: number, more: Partial<Miss> = {}): Miss => ({
  id,
  at: '2026-11-20T09:00:00Z',
  language: 'fi',
  client: 'demo',
  text: `rivi ${id}`,
  times: 7,
  guesses: [
    { intent: 'request_deferral', confidence: 0.48 },
    { intent: 'change_plan', confidence: 0.2 },
  ],
  before: 'Miten haluat jatkaa?',
  state: 'open',
  taught_as: null,
  ...more,
});

export const missPage = (items: Miss[]): MissPage => ({
  items,
  counts: { open: items.length, taught: 0, set_aside: 0 },
  more: false,
});

export const intents = (ready = true): Intents => ({
  intents: [
    { name: 'request_deferral', group: 'plans', says: 'can I have two more weeks?' },
    { name: 'change_plan', group: 'plans', says: 'can I move my pay day?' },
    { name: 'ask_fees', group: 'debt', says: 'why is there a fee on it?' },
  ],
  working_copy: { ready, says: 'Det finns ingen arbetskopia.' },
});

export const rulesVersion = (more: Partial<RulesVersion> = {}): RulesVersion => ({
  state: 'now',
  since: null,
  when: '',
  lines: [],
  bands: [{ when: 'Upp till 10 000,00 kr', lines: ['Högst 12 delbetalningar'] }],
  by_hand: [],
  ...more,
});

export const clientCard = (more: Partial<ClientCard> = {}): ClientCard => ({
  id: 'demo',
  name: 'Norrsken Energi',
  country: 'SE',
  colour: '#0b6b5b',
  languages: ['sv', 'fi'],
  channels: ['web', 'sms'],
  open_now: true,
  hours: [
    { day: 'måndag', from: '08:00', to: '17:00' },
    { day: 'tisdag', from: '08:00', to: '17:00' },
    { day: 'torsdag', from: '08:00', to: '17:00' },
  ],
  hand_over: [],
  rules: [rulesVersion()],
  takes_new_conversations: true,
  loaded_at: '2026-11-20T09:00:00Z',
  version: 'v1',
  ...more,
});

export const clients = (more: Partial<Clients> = {}): Clients => ({
  items: [clientCard(), clientCard({ id: 'demo-two', name: 'Björkmobil', open_now: false })],
  problems: [],
  checked_at: '2026-11-21T09:00:00Z',
  ...more,
});

export const staff = (more: Partial<StaffUser> = {}): StaffUser => ({
  id: 'u-1',
  name: 'Vidar Gran',
  email: 'vidar@demo',
  role: 'supervisor',
  language: 'sv',
  clients: ['*'],
  speaks: [],
  skills: [],
  active: true,
  by_provider: false,
  has_second_step: false,
  last_seen_at: null,
  ...more,
});
