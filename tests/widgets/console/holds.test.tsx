import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, press, settle, sitDown } from './desk.tsx';
import { handoff, siv } from './wire.ts';

const reasons = [
  { reason: 'care', until: '2026-12-05', note: 'none' },
  { reason: 'death', until: null, note: 'needed' },
];
const held = (more: object) => ({
  id: 'hold-1',
  reason: 'payment_reported',
  until: '2026-12-05',
  placed_at: '2026-11-21T09:00:00Z',
  lifted_by: ['agent', 'supervisor'],
  mine: true,
  ...more,
});

let backend: Backend;
let holds: object[];
beforeEach(async () => {
  backend = new Backend();
  const permissions = ['queue.work', 'hold.place', 'hold.lift'];
  backend.user = { ...siv, permissions };
  backend.handoffs = [handoff({ state: 'taken', taken_by: siv })];
  holds = [held({})];
  backend.pages['GET conversations/c-1/macros'] = () => ({ macros: [], reasons, holds });
  backend.pages['POST conversations/c-1/holds'] = () => undefined;
  backend.pages['POST conversations/c-1/holds/hold-1/lift'] = () => undefined;
  backend.pages['POST conversations/c-1/payment-details'] = () => undefined;
  await sitDown('/console/conversations/c-1');
});
afterEach(leave);

const dialog = () => screen.getByRole('dialog');
const submit = async (name: string) => {
  fireEvent.click(within(dialog()).getByRole('button', { name }));
  await settle();
};
const fillIn = async (label: RegExp | string, value: string) => {
  fireEvent.input(within(dialog()).getByLabelText(label), { target: { value } });
  await settle();
};
const choose = async (value: string) => {
  fireEvent.change(within(dialog()).getByLabelText('Varför'), { target: { value } });
  await settle();
};

test('h lets the case rest, as long as the rules say', async () => {
  await press('h');
  await choose('care');
  expect(within(dialog()).getByLabelText<HTMLInputElement>('Till och med').value).toBe(
    '2026-12-05',
  );
  await submit('Pausa');
  expect(backend.of('POST', 'holds')[0]?.body).toMatchObject({
    reason: 'care',
    until: '2026-12-05',
    why: '',
  });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a grave reason is not set without a word of why', async () => {
  await press('h');
  await choose('death');
  await submit('Pausa');
  expect(backend.of('POST', 'holds')).toHaveLength(0);
  await fillIn(/Med några ord/, 'Dottern skrev');
  await submit('Pausa');
  expect(backend.of('POST', 'holds')[0]?.body).toMatchObject({
    reason: 'death',
    until: null,
    why: 'Dottern skrev',
  });
});

test('l ends the only hold there is, once it is said why', async () => {
  await press('l');
  await submit('Häv pausen');
  expect(backend.of('POST', 'lift')).toHaveLength(0);
  await fillIn('Varför pausen hävs', 'Betalningen har kommit');
  await submit('Häv pausen');
  expect(backend.of('POST', 'lift')[0]?.body).toEqual({ why: 'Betalningen har kommit' });
});

test('a hold that the role may not end is shown with who may', async () => {
  holds = [held({ reason: 'death', until: null, lifted_by: ['supervisor'], mine: false })];
  await press('l');
  const choice = within(dialog()).getByRole<HTMLInputElement>('radio');
  expect(choice.disabled).toBe(true);
  expect(dialog().textContent).toContain('kan hävas av: gruppledare');
});

test('p asks once before payment details go to the debtor', async () => {
  await press('p');
  expect(backend.of('POST', 'payment-details')).toHaveLength(0);
  await submit('Skicka');
  expect(backend.of('POST', 'payment-details')).toHaveLength(1);
});

test('what the backend refuses is said in its words, and the dialog stays', async () => {
  backend.trouble = { 'POST payment-details': [{ status: 409, detail: 'Ärendet är pausat.' }] };
  await press('p');
  await submit('Skicka');
  expect(within(dialog()).getByRole('alert').textContent).toContain('Ärendet är pausat.');
});

test('who may neither set nor end a hold is offered neither', async () => {
  backend.user = { ...siv, permissions: ['queue.work'] };
  await sitDown('/console/conversations/c-1');
  await press('h');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Pausa' })).toBeNull();
});

test('the list of keys names them', async () => {
  await press('?');
  for (const name of ['Pausa ärendet', 'Häv en paus', 'Skicka betalningsuppgifter'])
    expect(dialog().textContent).toContain(name);
  await click('Klar');
});
