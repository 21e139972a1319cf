import { screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, sitDown } from './desk.tsx';
import { handoff, message } from './wire.ts';

const earlier = (id: string, more: object = {}) => ({
  id,
  case: 'SE-1002',
  channel: 'sms',
  language: 'sv',
  begun_at: '2026-10-02T09:00:00Z',
  mode: 'closed',
  messages: 12,
  files: 1,
  open: true,
  reason: 'hardship',
  outcome: 'promised',
  ...more,
});

let backend: Backend;
beforeEach(() => {
  backend = new Backend();
  backend.handoffs = [handoff()];
});
afterEach(leave);

const open = async (items: object[], messages = [message(1)]) => {
  backend.pages['GET conversations/c-1/history'] = () => ({ items, more: false });
  backend.details['c-1'] = { messages };
  await sitDown('/console/conversations/c-1');
  return screen.getByRole('complementary');
};

test('earlier conversations are told with channel, reason and how they ended', async () => {
  const aside = await open([earlier('c-0')]);
  const part = within(aside).getByText('Tidigare samtal').closest('section');
  expect(part?.textContent).toContain('Sms');
  expect(part?.textContent).toContain('Kan inte betala · Har lovat att betala · SE-1002');
  expect(part?.textContent).toContain('12 meddelanden · 1 fil');
  expect(part?.querySelector('a')?.getAttribute('href')).toBe('/console/conversations/c-0');
});

test('what only the assistant heard is told of and leads nowhere', async () => {
  const aside = await open([earlier('c-0', { open: false, reason: null, outcome: null })]);
  const part = within(aside).getByText('Tidigare samtal').closest('section');
  expect(part?.textContent).toContain('Bara med assistenten');
  expect(part?.querySelector('a')).toBeNull();
});

test('where there is none, it says so', async () => {
  const aside = await open([]);
  expect(aside.textContent).toContain('Inga tidigare samtal');
});

test('a picture is only loaded when somebody asks for it', async () => {
  const file = (seq: number, kind: string) =>
    message(seq, { text: '', card: { type: 'attachment', id: `f-${seq}`, kind, size: 1000 } });
  const aside = await open([], [file(1, 'jpeg'), file(2, 'pdf')]);
  expect(document.querySelector('img')).toBeNull();
  const shows = within(aside).getAllByRole('button', { name: 'Visa bilden' });
  expect(shows).toHaveLength(1);
  shows[0]?.click();
  await click('Visa bilden');
  const addresses = [...document.querySelectorAll('img')].map((it) => it.getAttribute('src'));
  expect(addresses).toContain('/api/staff/conversations/c-1/attachments/f-1');
  expect(within(aside).getAllByRole('link', { name: 'Spara filen' })).toHaveLength(2);
});

const sent = (kind: string) =>
  message(1, { text: '', card: { type: 'attachment', id: 'f-1', kind, size: 1000 } });

test('a picture that browsers do not show is asked for as one that they do', async () => {
  const aside = await open([], [sent('heic')]);
  within(aside).getByRole('button', { name: 'Visa bilden' }).click();
  await waitFor(() => expect(document.querySelector('img')).not.toBeNull());
  const picture = document.querySelector('img');
  expect(picture?.getAttribute('src')).toBe('/api/staff/conversations/c-1/attachments/f-1/picture');
  picture?.dispatchEvent(new Event('error'));
  expect((await screen.findByText(/går inte att visa här/)).getAttribute('role')).toBe('alert');
});

test('a document that cannot be read says so over the desk', async () => {
  const aside = await open([], [sent('pdf')]);
  expect(screen.queryByRole('dialog')).toBeNull();
  within(aside).getByRole('button', { name: 'Visa dokumentet' }).click();
  const dialog = await screen.findByRole('dialog');
  await waitFor(() => expect(dialog.textContent).toContain('Filen går inte att visa här'));
  expect(within(dialog).getByRole('link').getAttribute('href')).toBe(
    '/api/staff/conversations/c-1/attachments/f-1',
  );
  await click('Stäng');
  expect(screen.queryByRole('dialog')).toBeNull();
});
