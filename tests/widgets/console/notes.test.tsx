import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { box, click, leave, press, settle, sitDown } from './desk.tsx';
import { handoff, message, nora, note, siv } from './wire.ts';

let backend: Backend;
beforeEach(() => {
  backend = new Backend();
  backend.handoffs = [handoff({ state: 'taken', taken_by: siv })];
  backend.pages['POST conversations/c-1/notes'] = ({ body }) => {
    const written = note({ id: String(body?.id), text: String(body?.text), by: siv, after: 2 });
    backend.details['c-1'] = { notes: [written] };
    return written;
  };
});
afterEach(leave);

const open = () => sitDown('/console/conversations/c-1');
const noteBox = () => screen.getByLabelText<HTMLTextAreaElement>(/Kunden ser den inte/);
const write = async (text: string) => {
  fireEvent.input(noteBox(), { target: { value: text } });
  await settle();
};

test('n opens a box that says it is for colleagues, and Ctrl and Enter save the note', async () => {
  await open();
  await press('n');
  expect(document.activeElement).toBe(noteBox());
  await write('Ring först.');
  await press('Enter', { ctrlKey: true });
  expect(backend.of('POST', 'notes')[0]?.body).toMatchObject({ text: 'Ring först.' });
  expect(backend.of('POST', 'messages')).toHaveLength(0);
  const shown = screen.getByRole('region', { name: 'Intern anteckning' });
  expect(shown.textContent).toContain('Ring först.');
  expect(shown.textContent).toContain('Syns bara för personalen');
});

test('the reply that was begun is there again after the note', async () => {
  await open();
  fireEvent.input(box(), { target: { value: 'Hej Björn' } });
  await settle();
  await click('Intern anteckning');
  await write('x');
  await click('Spara anteckningen');
  expect(box().value).toBe('Hej Björn');
});

test('who does not have the conversation may note too', async () => {
  backend.handoffs = [handoff({ state: 'taken', taken_by: nora })];
  await open();
  await click('Intern anteckning');
  await write('Jag känner kunden.');
  await click('Spara anteckningen');
  expect(backend.of('POST', 'notes')).toHaveLength(1);
});

test('a note that is not saved stays in the box with the reason, and is the same note again', async () => {
  await open();
  backend.trouble = { 'POST notes': ['unreachable'] };
  await press('n');
  await write('Viktigt');
  await click('Spara anteckningen');
  expect(screen.getByText('Det gick inte. Försök igen om en stund.')).toBeTruthy();
  await click('Spara anteckningen');
  const [first, second] = backend.of('POST', 'notes');
  expect(first?.body).toEqual(second?.body);
});

test('a note stands where it was written, and what was said before goes on after it', async () => {
  const messages = [1, 2].map((seq) => message(seq));
  backend.details['c-1'] = {
    messages,
    notes: [note({ after: 1, kind: 'hold_lifted', about: 'death' })],
  };
  await open();
  const log = screen.getByRole('log').textContent ?? '';
  const at = ['rad 1', 'Pausen hävd: Personen har avlidit', 'rad 2'].map((it) => log.indexOf(it));
  expect(at).toEqual([...at].sort((a, b) => a - b));
  expect(Math.min(...at)).toBeGreaterThanOrEqual(0);
});

test('what was noted in earlier conversations about the case stands beside the case', async () => {
  backend.details['c-1'] = {
    notes: [note({ conversation: 'c-0', kind: 'closed', about: 'promised' })],
  };
  await open();
  const aside = screen.getByRole('complementary');
  expect(within(aside).getByText(/Avslutat: Har lovat att betala/)).toBeTruthy();
  expect(screen.getByRole('log').textContent).not.toContain('Ring på eftermiddagen.');
});

test('a note of a colleague comes over the live line', async () => {
  await open();
  backend.line.open();
  backend.details['c-1'] = { notes: [note({ text: 'Nyss skrivet', after: 2 })] };
  backend.push({ type: 'note', conversation: 'c-1' });
  await settle();
  expect(screen.getByRole('log').textContent).toContain('Nyss skrivet');
});
