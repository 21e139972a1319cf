import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, settle, sitDown } from './desk.tsx';
import { handoff } from './wire.ts';

let backend: Backend;
beforeEach(() => {
  backend = new Backend();
  backend.handoffs = [handoff()];
  backend.signedIn = false;
});
afterEach(leave);

const provided = { password: true, provider: { name: 'Norrsken ID' } };
const fillIn = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const submit = async () => {
  fireEvent.submit(screen.getByRole('form'));
  await settle();
};
const giveThePassword = async () => {
  fillIn('E-post', 'siv@demo');
  fillIn('Lösenord', 'demo');
  await submit();
};

test('without an identity provider there is the password alone', async () => {
  await sitDown();
  expect(screen.queryByRole('link')).toBeNull();
  expect(screen.getByLabelText('Lösenord')).toBeTruthy();
});

test('the button of the identity provider leads there, beside the password', async () => {
  backend.ways = provided;
  await sitDown();
  const button = screen.getByRole('link', { name: 'Logga in med Norrsken ID' });
  expect(button.getAttribute('href')).toBe('/api/staff/session/provider');
  expect(screen.getByLabelText('Lösenord')).toBeTruthy();
});

test('where passwords are off there is the button alone', async () => {
  backend.ways = { ...provided, password: false };
  await sitDown();
  expect(screen.getByRole('link', { name: /Norrsken ID/ })).toBeTruthy();
  expect(screen.queryByLabelText('Lösenord')).toBeNull();
});

test('who comes back without a role is told so once, and can try again or another way', async () => {
  backend.ways = provided;
  await sitDown('/console/?refused=no-access');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Du kom inte in');
  expect(screen.getByRole('alert').textContent).toContain('ingen roll');
  expect(screen.getByRole('link', { name: 'Försök igen' })).toBeTruthy();
  expect(location.search).toBe('');
  await click('Logga in med lösenord');
  expect(screen.getByLabelText('Lösenord')).toBeTruthy();
});

test('a reason that this console does not know yet is still a sentence', async () => {
  backend.ways = { ...provided, password: false };
  await sitDown('/console/?refused=something-new');
  expect(screen.getByRole('alert').textContent).toContain('gick inte att lita på');
  expect(screen.queryByRole('button', { name: 'Logga in med lösenord' })).toBeNull();
});

const needed = { status: 401, detail: 'Enter the code.', kind: 'second-step-needed' };

test('after the password a code is asked for, and with it the desk opens', async () => {
  backend.trouble = { 'POST session': [needed] };
  await sitDown();
  await giveThePassword();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Steg två');
  expect(document.activeElement).toBe(screen.getByLabelText('Kod'));
  fillIn('Kod', '123 456');
  await submit();
  expect(backend.of('POST', 'session')[1]?.body).toEqual({
    email: 'siv@demo',
    password: 'demo',
    code: '123 456',
  });
  expect(await screen.findByRole('tab', { name: /Väntar/ })).toBeTruthy();
});

test('a wrong code is told in a sentence, and one can begin again', async () => {
  const wrong = { status: 401, detail: 'No.', kind: 'code-wrong' };
  backend.trouble = { 'POST session': [needed, wrong] };
  await sitDown();
  await giveThePassword();
  fillIn('Kod', '000000');
  await submit();
  expect(screen.getByRole('alert').textContent).toContain('Koden stämmer inte');
  await click('Börja om');
  expect(screen.getByLabelText('Lösenord')).toBeTruthy();
});
