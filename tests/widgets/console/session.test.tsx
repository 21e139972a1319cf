import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { box, click, leave, press, settle, sitDown, write } from './desk.tsx';
import { handoff, siv } from './wire.ts';

let backend: Backend;
beforeEach(() => {
  backend = new Backend();
  backend.handoffs = [handoff()];
});
afterEach(leave);

async function signIn(password: string) {
  fireEvent.input(screen.getByLabelText('E-post'), { target: { value: 'siv@demo' } });
  fireEvent.input(screen.getByLabelText('Lösenord'), { target: { value: password } });
  fireEvent.submit(screen.getByRole('form'));
  await settle();
}

test('an agent signs in and sees the queue in their own language', async () => {
  backend.signedIn = false;
  backend.user = { ...siv, language: 'fi' };
  await sitDown();
  await signIn('demo');
  expect(await screen.findByRole('tab', { name: /Odottaa/ })).toBeTruthy();
  await settle();
  expect(document.documentElement.lang).toBe('fi');
  const [call] = backend.of('POST', 'session');
  expect(call?.headers['X-Requested-With']).toBe('sovinto');
  expect(call?.body).toEqual({ email: 'siv@demo', password: 'demo' });
});

test('a wrong password is told in a sentence and keeps the e-mail', async () => {
  backend.signedIn = false;
  await sitDown();
  await signIn('wrong');
  expect(screen.getByRole('alert').textContent).toBe(
    'E-postadressen eller lösenordet stämmer inte.',
  );
  expect(screen.getByLabelText<HTMLInputElement>('E-post').value).toBe('siv@demo');
});

test('a backend that cannot be reached is told as that, and can be tried again', async () => {
  backend.trouble = { 'GET session': ['unreachable'] };
  await sitDown();
  expect(document.body.textContent).toContain('går inte att nå');
  await click('Försök igen');
  expect(screen.getByRole('tab', { name: /Väntar/ })).toBeTruthy();
});

test('a session that ends asks to sign in again and gives the conversation and the text back', async () => {
  backend.take('c-1', siv);
  await sitDown('/console/conversations/c-1');
  await write('halvt skrivet');
  backend.signedIn = false;
  backend.push({ type: 'mode', conversation: 'c-1', mode: 'agent' });
  await settle();
  expect(document.body.textContent).toContain('Du har loggats ut');
  await signIn('demo');
  const text = await screen.findByLabelText<HTMLTextAreaElement>('Ditt svar');
  expect(text.value).toBe('halvt skrivet');
});

test('a live line that is no longer let in shows that the session is over', async () => {
  await sitDown();
  backend.signedIn = false;
  backend.line.lose();
  await settle();
  expect(document.body.textContent).toContain('Du har loggats ut');
});

test('a message written while signed out goes out once after signing in', async () => {
  backend.take('c-1', siv);
  await sitDown('/console/conversations/c-1');
  backend.signedIn = false;
  await write('hej');
  box().focus();
  await press('Enter', { ctrlKey: true });
  await signIn('demo');
  expect(backend.stored.map(({ text }) => text)).toEqual(['hej']);
});

test('signing out closes the line and forgets what was written', async () => {
  backend.take('c-1', siv);
  await sitDown('/console/conversations/c-1');
  await write('halvt skrivet');
  await click('Logga ut');
  expect(screen.getByRole('form')).toBeTruthy();
  expect(backend.line.closed).toBe(true);
  expect(JSON.stringify(sessionStorage)).not.toContain('halvt');
});
