import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, press, settle, sitDown } from './desk.tsx';
import { handoff, siv } from './wire.ts';

let backend: Backend;
beforeEach(async () => {
  backend = new Backend();
  backend.handoffs = [handoff({ state: 'taken', taken_by: siv })];
  await sitDown('/console/conversations/c-1');
});
afterEach(leave);

test('closing takes the outcome and one press more', async () => {
  await click('Avsluta');
  fireEvent.click(screen.getByRole('radio', { name: 'Löst' }));
  await settle();
  await click('Avsluta samtalet');
  expect(backend.of('POST', 'close')[0]?.body).toEqual({ outcome: 'solved', note: null });
  expect(location.pathname).toBe('/console/queue');
});

test('with the keys alone: e, a number, a note, Ctrl and Enter', async () => {
  await press('e');
  await press('2');
  expect(
    screen.getByRole<HTMLInputElement>('radio', { name: 'Har lovat att betala' }).checked,
  ).toBe(true);
  const note = screen.getByLabelText('Anteckning');
  fireEvent.input(note, { target: { value: 'Betalar den 25 december.' } });
  note.focus();
  await press('Enter', { ctrlKey: true });
  expect(backend.of('POST', 'close')[0]?.body).toEqual({
    outcome: 'promised',
    note: 'Betalar den 25 december.',
  });
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
  expect(backend.of('POST', 'return')[0]?.body).toEqual({ note: null });
  expect(location.pathname).toBe('/console/queue');
});
