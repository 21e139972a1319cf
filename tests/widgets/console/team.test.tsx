import { screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, openPage } from './desk.tsx';
import { siv } from './wire.ts';

let backend: Backend;
beforeEach(() => {
  backend = new Backend();
  backend.user = { ...siv, role: 'supervisor', permissions: ['queue.work', 'queue.lead'] };
  const person = { role: 'agent', clients: ['demo'], until: null, since: '2026-11-21T08:00:00Z' };
  backend.pages['GET team'] = () => ({
    people: [
      {
        ...person,
        id: 'a',
        name: 'Maj Ek',
        state: 'available',
        here: true,
        holds: 3,
        speaks: ['fi'],
        skills: ['disputes'],
      },
      {
        ...person,
        id: 'b',
        name: 'Åke Alm',
        state: 'away',
        here: false,
        holds: 0,
        speaks: [],
        skills: [],
      },
    ],
    waits: [
      {
        client: 'demo',
        name: 'Norrsken Energi',
        colour: '#0b6b5b',
        language: 'sv',
        waiting: 2,
        crisis: 1,
        longest_seconds: 725,
        on_duty: 0,
      },
      {
        client: 'demo',
        name: 'Norrsken Energi',
        colour: '#0b6b5b',
        language: 'fi',
        waiting: 5,
        crisis: 0,
        longest_seconds: 60,
        on_duty: 1,
      },
    ],
  });
});
afterEach(leave);

const table = (name: string) => screen.getByRole('table', { name }).textContent ?? '';

test('a leader sees who waits, for how long, and that nobody is there for them', async () => {
  await openPage('/console/team');
  const waits = table('Vilka som väntar');
  for (const words of ['Norrsken Energi', 'svenska', '12 min', 'Ingen', 'Totalt'])
    expect(waits).toContain(words);
});

test('who is away is shown when asked for', async () => {
  await openPage('/console/team');
  const people = table('Vilka som är i tjänst');
  for (const words of ['Maj Ek', 'Tillgänglig', 'finska · Tvister'])
    expect(people).toContain(words);
  expect(people).not.toContain('Åke Alm');
  await click('Visa även dem som är borta', 'checkbox');
  expect(table('Vilka som är i tjänst')).toContain('ingen konsol öppen');
});
