import { matching } from '@sovinto/console/replies/choices.ts';
import { asksForReplies, inserted } from '@sovinto/console/replies/inserting.ts';
import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { box, click, leave, press, settle, sitDown } from './desk.tsx';
import { handoff, siv } from './wire.ts';

const reply = (name: string, title: string, text: string | null, missing: string[] = []) => ({
  name,
  title,
  text,
  missing,
  own: false,
});
const items = [
  reply('hello', 'Hälsning', 'Hej Björn. Jag heter Siv.'),
  reply('balance', 'Vad som är skyldigt', 'I dag är du skyldig 4 860,00 kr.'),
  reply('next', 'Nästa delbetalning', null, ['en plan som löper']),
];
const macro = (name: string, title: string, does: string) => ({
  name,
  title,
  does,
  reason: null,
  until: null,
});
const macros = [
  macro('payment_details', 'Skicka betalningsuppgifter', 'payment_details'),
  macro('note', 'Skriv en intern anteckning', 'note'),
];

let backend: Backend;
beforeEach(async () => {
  backend = new Backend();
  backend.handoffs = [handoff({ state: 'taken', taken_by: siv })];
  backend.pages['GET conversations/c-1/replies'] = () => ({ language: 'sv', items });
  backend.pages['GET conversations/c-1/macros'] = () => ({ macros, reasons: [], holds: [] });
  await sitDown('/console/conversations/c-1');
});
afterEach(leave);

const search = () => screen.getByRole<HTMLInputElement>('combobox');
const type = async (words: string) => {
  fireEvent.input(search(), { target: { value: words } });
  await settle();
};
const shown = () => screen.getAllByRole('option').map((it) => it.textContent ?? '');
const slash = async () => {
  box().focus();
  await press('/');
};

test('a slash in the empty box opens the replies, filled in and in the language of the debtor', async () => {
  await slash();
  expect(document.activeElement).toBe(search());
  expect(shown()[1]).toContain('I dag är du skyldig 4 860,00 kr.');
});

test('a few letters and Enter put the reply in the box, where it can be changed', async () => {
  await slash();
  await type('skyldigt');
  await press('Enter');
  expect(box().value).toBe('I dag är du skyldig 4 860,00 kr.');
  expect(document.activeElement).toBe(box());
  expect(backend.of('POST', 'messages')).toHaveLength(0);
});

test('arrows choose, and it is put in where the cursor stood', async () => {
  fireEvent.input(box(), { target: { value: 'Bra. Hör av dig.' } });
  await settle();
  box().focus();
  box().setSelectionRange(5, 5);
  await press('/');
  await press('ArrowDown');
  await press('Enter');
  expect(box().value).toBe('Bra. I dag är du skyldig 4 860,00 kr. Hör av dig.');
});

test('a reply that lacks a value says which, and Enter sends it nowhere', async () => {
  await slash();
  await type('nästa');
  expect(shown()[0]).toContain('Kan inte skickas, det här saknas: en plan som löper');
  await press('Enter');
  expect(box().value).toBe('');
  expect(search()).toBeTruthy();
});

test('an act opens what it is for', async () => {
  await slash();
  await type('betalningsuppgifter');
  await press('Enter');
  expect(within(screen.getByRole('dialog')).getByText('Skicka betalningsuppgifter?')).toBeTruthy();
});

test('c opens it outside of the box, Escape leads back to the box', async () => {
  document.getElementById('conversation')?.focus();
  await press('c');
  await press('Escape');
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(document.activeElement).toBe(box());
});

test('a slash twice is a slash, and one within a date opens nothing', async () => {
  await slash();
  await press('/');
  expect(box().value).toBe('/');
  fireEvent.input(box(), { target: { value: '25' } });
  await settle();
  box().setSelectionRange(2, 2);
  await press('/');
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('replies that cannot be read say so', async () => {
  backend.trouble = { 'GET replies': [{ status: 503, detail: 'Försök igen.' }] };
  await click('Svar och åtgärder');
  expect(screen.getByText('Försök igen.')).toBeTruthy();
});

test('what is called so stands before what says so, and marks do not matter', () => {
  const found = matching(items, macros as never, 'halsning');
  expect(found).toHaveLength(1);
  const said = matching([reply('a', 'X', 'Om y'), reply('b', 'Y', 'z')], [], 'y');
  expect(said.map((it) => it.kind === 'reply' && it.reply.name)).toEqual(['b', 'a']);
});

test('a text is set off from its neighbours', () => {
  expect(inserted('Hej.', 4, 'Du.')).toEqual({ draft: 'Hej. Du.', at: 8 });
  expect(inserted('', 0, 'Du.')).toEqual({ draft: 'Du.', at: 3 });
  expect(asksForReplies('25', 2)).toBe(false);
  expect(asksForReplies('Hej ', 4)).toBe(true);
});

test('without keys the list is left by its own button', async () => {
  await click('Svar och åtgärder');
  expect(search()).toBeTruthy();
  await click('Stäng listan');
  expect(screen.queryByRole('combobox')).toBeNull();
});
