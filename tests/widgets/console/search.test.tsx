import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, press, settle, sitDown } from './desk.tsx';
import { handoff } from './wire.ts';

const found = (conversation: string, more: object = {}) => ({
  handoff: handoff({ id: `h-${conversation}`, conversation, state: 'closed' }),
  place: 'message',
  text: 'Jag har flyttat till Ångermanland',
  sender: 'debtor',
  at: '2026-11-21T09:00:00Z',
  ...more,
});

let backend: Backend;
let asked: (Record<string, unknown> | null)[];
beforeEach(async () => {
  backend = new Backend();
  backend.handoffs = [handoff()];
  asked = [];
  backend.pages['POST search'] = ({ body }) => {
    asked.push(body);
    return body?.before
      ? { items: [found('c-9')], more: false }
      : { items: [found('c-1'), found('c-2')], more: true };
  };
  await sitDown();
});
afterEach(leave);

const searchBox = () => screen.getByRole<HTMLInputElement>('searchbox');
const type = async (words: string) => {
  fireEvent.input(searchBox(), { target: { value: words } });
  await settle(400);
};
const results = () => screen.getByRole('list', { name: 'Det som hittades' });

test('a slash outside of a text box leads to the search', async () => {
  document.getElementById('queue')?.focus();
  await press('/');
  expect(document.activeElement).toBe(searchBox());
});

test('what is searched for goes as a body, and stands in no address', async () => {
  await type('ångermanland');
  expect(asked).toEqual([{ words: 'ångermanland', before: null }]);
  expect(location.href).not.toContain('ngermanland');
  expect(backend.calls.every((call) => !call.path.includes('ngermanland'))).toBe(true);
  expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain('ngermanland');
});

test('the words are marked where they stand, and who said them is told', async () => {
  await type('ångermanland');
  const first = within(results()).getAllByRole('link')[0];
  expect(first?.textContent).toContain(': Jag har flyttat till Ångermanland');
  expect(first?.querySelector('mark')?.textContent).toBe('Ångermanland');
});

test('a word that was typed without its rings and dots is marked too', async () => {
  await type('angerman');
  const first = within(results()).getAllByRole('link')[0];
  expect(first?.querySelector('mark')?.textContent).toBe('Ångermanland');
  await type('germanland');
  expect(within(results()).queryAllByRole('mark')).toHaveLength(0);
});

test('the keys go from the box into what was found, and open it', async () => {
  await type('flyttat');
  searchBox().focus();
  await press('ArrowDown');
  await press('ArrowDown');
  const second = within(results()).getAllByRole('link')[1];
  expect(document.activeElement).toBe(second);
  expect(second?.getAttribute('href')).toBe('/console/conversations/c-2');
});

test('older ones come on a press', async () => {
  await type('flyttat');
  await click('Visa äldre');
  expect(asked[1]).toEqual({ words: 'flyttat', before: 'c-2' });
  expect(within(results()).getAllByRole('link')).toHaveLength(3);
});

test('Escape brings the lists back and forgets the words', async () => {
  await type('flyttat');
  searchBox().focus();
  await press('Escape');
  expect(searchBox().value).toBe('');
  expect(screen.getByRole('tablist')).toBeTruthy();
});

test('one letter asks nothing', async () => {
  await type('a');
  expect(asked).toEqual([]);
  expect(screen.getByRole('tablist')).toBeTruthy();
});

test('nothing found is said with what can be done', async () => {
  backend.pages['POST search'] = () => ({ items: [], more: false });
  await type('finns inte');
  expect(screen.getByText('Inget hittades')).toBeTruthy();
});

test('a search that fails says why and can be tried again', async () => {
  backend.trouble = { 'POST search': [{ status: 429, detail: 'Vänta en stund.' }] };
  await type('flyttat');
  expect(screen.getByText('Vänta en stund.')).toBeTruthy();
  await click('Försök igen');
  expect(within(results()).getAllByRole('link')).toHaveLength(2);
});
