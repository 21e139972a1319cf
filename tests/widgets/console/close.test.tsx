import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, press, settle, sitDown } from './desk.tsx';
import { handoff, siv } from './wire.ts';

const summary = 'Bad själv om en person.\nKvar att betala i dag: 4 860,00 kr.';
const outcomes = [
  { outcome: 'solved', reasons: ['plan_agreed', 'question_answered'] },
  { outcome: 'promised', reasons: ['pays_in_full'] },
  { outcome: 'other', reasons: [] },
];

let backend: Backend;
beforeEach(async () => {
  backend = new Backend();
  backend.handoffs = [handoff({ state: 'taken', taken_by: siv })];
  backend.pages['GET conversations/c-1/ending'] = () => ({ summary, outcomes });
  await sitDown('/console/conversations/c-1');
});
afterEach(leave);

test('how it ended and why are one press, and closing is the second', async () => {
  await click('Avsluta');
  fireEvent.click(screen.getByRole('radio', { name: 'Något avtalades' }));
  await settle();
  await click('Avsluta samtalet');
  expect(backend.of('POST', 'close')[0]?.body).toEqual({
    outcome: 'solved',
    reason: 'plan_agreed',
    note: summary,
    keep_calls: false,
  });
  expect(location.pathname).toBe('/console/queue');
});

test('the summary is written already and can be changed', async () => {
  await press('e');
  const note = screen.getByLabelText<HTMLTextAreaElement>('Anteckning');
  expect(note.value).toBe(summary);
  fireEvent.input(note, { target: { value: 'Ringer i morgon.' } });
  await press('3');
  fireEvent.click(screen.getByRole('radio', { name: 'Betalar allt' }));
  await click('Avsluta samtalet');
  expect(backend.of('POST', 'close')[0]?.body).toMatchObject({ note: 'Ringer i morgon.' });
});

test('with the keys alone: e, a number, Enter', async () => {
  await press('e');
  await press('3');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Betalar allt' }).checked).toBe(true);
  await press('Enter');
  expect(backend.of('POST', 'close')[0]?.body).toEqual({
    outcome: 'promised',
    reason: 'pays_in_full',
    note: summary,
    keep_calls: false,
  });
});

test('an outcome without reasons is chosen as it is', async () => {
  await press('e');
  await press('4');
  await press('Enter');
  expect(backend.of('POST', 'close')[0]?.body).toMatchObject({ outcome: 'other', reason: null });
});

test('where the summary cannot be read, it says so and the conversation can be closed', async () => {
  backend.trouble = { 'GET ending': [{ status: 503, detail: 'Försök igen.' }] };
  await press('e');
  expect(screen.getByText('Försök igen.')).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: 'Löst' }));
  await settle();
  await click('Avsluta samtalet');
  expect(backend.of('POST', 'close')[0]?.body).toMatchObject({ outcome: 'solved', reason: null });
});

test('nothing is closed before an outcome is chosen', async () => {
  await press('e');
  await click('Avsluta samtalet');
  expect(backend.of('POST', 'close')).toHaveLength(0);
});

test('cancelling leaves everything as it was', async () => {
  await press('e');
  await click('Avbryt');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(backend.of('POST', 'close')).toHaveLength(0);
});

test('a close that fails says so, and the conversation stays', async () => {
  backend.trouble = { 'POST close': ['unreachable'] };
  await press('e');
  await press('1');
  await press('Enter');
  expect(document.body.textContent).toContain('Det gick inte. Försök igen om en stund.');
  expect(location.pathname).toBe('/console/conversations/c-1');
});

test('giving back asks once and goes to the assistant', async () => {
  await press('b');
  const dialog = screen.getByRole('dialog', { name: 'Lämna tillbaka till assistenten?' });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Lämna tillbaka' }));
  await settle();
  expect(backend.of('POST', 'return')[0]?.body).toEqual({ note: null, keep_calls: false });
  expect(location.pathname).toBe('/console/queue');
});

test('a promised call is kept unless it is said to have been made', async () => {
  leave();
  backend.details = { 'c-1': { call: '2026-11-23T09:00:00Z' } };
  await sitDown('/console/conversations/c-1');
  await press('e');
  const made = screen.getByRole<HTMLInputElement>('checkbox', { name: /^Samtalet som är lovat/ });
  expect(made.checked).toBe(false);
  await press('1');
  await click('Avsluta samtalet');
  expect(backend.of('POST', 'close')[0]?.body).toMatchObject({ keep_calls: true });
});

test('who was to be called has been called, unless the tick is taken away', async () => {
  leave();
  backend.handoffs = [handoff({ state: 'taken', taken_by: siv, kind: 'callback' })];
  backend.details = { 'c-1': { call: '2026-11-23T09:00:00Z' } };
  await sitDown('/console/conversations/c-1');
  await press('e');
  await press('1');
  await click('Avsluta samtalet');
  expect(backend.of('POST', 'close')[0]?.body).toMatchObject({ keep_calls: false });
});
