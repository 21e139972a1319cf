// Read before the first test, whose time it would take.
import '@sovinto/console/users/UsersPage.tsx';
import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, openPage, settle } from './desk.tsx';
import { clients, staff } from './pages.ts';
import { siv } from './wire.ts';

let backend: Backend;
beforeEach(() => {
  backend = new Backend();
  backend.user = { ...siv, permissions: ['users.manage'] };
  backend.pages = {
    'GET clients': () => clients(),
    'GET users': () => ({ items: [staff(), staff({ id: siv.id, name: siv.name })] }),
    'POST users': ({ body }) => ({
      user: staff({ ...body, id: 'u-2' }),
      password: 'tall-sten-sjö-bro',
    }),
    'PATCH users/u-1': ({ body }) => staff({ ...body }),
    'DELETE users/u-1/second-step': () => undefined,
    'POST users/u-1/password': () => ({ password: 'ek-moln-vik-hav' }),
  };
});
afterEach(leave);

const open = () => openPage('/console/users');
const dialog = () => within(screen.getByRole('dialog'));
const type = (label: string, value: string) =>
  fireEvent.input(dialog().getByLabelText(label), { target: { value } });
const submit = async () => {
  fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement);
  await settle();
};

test('a user is added for one client, and the password is shown once', async () => {
  await open();
  await click('Lägg till en användare');
  type('Namn', 'Tuuli Salo');
  type('E-post', 'tuuli@demo');
  fireEvent.change(dialog().getByLabelText('Roll'), { target: { value: 'analyst' } });
  fireEvent.click(dialog().getByLabelText(/Alla uppdragsgivare/));
  await settle();
  fireEvent.click(dialog().getByLabelText('Björkmobil'));
  await settle();
  await submit();
  expect(backend.of('POST', 'users')[0]?.body).toEqual({
    name: 'Tuuli Salo',
    email: 'tuuli@demo',
    role: 'analyst',
    language: 'sv',
    clients: ['demo-two'],
    speaks: [],
    skills: [],
  });
  expect(await screen.findByText('tall-sten-sjö-bro')).toBeTruthy();
  await click('Klart');
  expect(document.body.textContent).not.toContain('tall-sten-sjö-bro');
  expect(screen.getByRole('table').textContent).toContain('Tuuli Salo');
});

test('a role is changed, and the row shows it', async () => {
  await open();
  await click('Ändra Vidar Gran');
  fireEvent.change(dialog().getByLabelText('Roll'), { target: { value: 'designer' } });
  await settle();
  await submit();
  expect(backend.of('PATCH', 'users/u-1')[0]?.body).toMatchObject({ role: 'designer' });
  expect(screen.getByRole('table').textContent).toContain('Samtalsdesigner');
});

test('a user is switched off, and the row says so', async () => {
  await open();
  await click('Ändra Vidar Gran');
  await click('Stäng av');
  expect(backend.of('PATCH', 'users/u-1')[0]?.body).toEqual({ active: false });
  expect(screen.getByRole('table').textContent).toContain('Avstängd');
});

test('nobody is offered to switch themselves off', async () => {
  await open();
  await click(`Ändra ${siv.name}`);
  expect(dialog().queryByRole('button', { name: 'Stäng av' })).toBeNull();
});

test('a new password for somebody who has lost theirs is shown once', async () => {
  await open();
  await click('Ändra Vidar Gran');
  await click('Nytt lösenord');
  expect(await screen.findByText('ek-moln-vik-hav')).toBeTruthy();
});

test('a refusal stands in the dialog, and what was typed stays', async () => {
  backend.trouble = { 'POST users': [{ status: 409, detail: 'Adressen finns redan.' }] };
  await open();
  await click('Lägg till en användare');
  type('Namn', 'Tuuli Salo');
  type('E-post', 'tuuli@demo');
  await submit();
  expect(dialog().getByRole('alert').textContent).toBe('Adressen finns redan.');
  expect(dialog().getByLabelText<HTMLInputElement>('Namn').value).toBe('Tuuli Salo');
});

test('a click beside it does not take the password away before it has been handed over', async () => {
  await open();
  await click('Ändra Vidar Gran');
  await click('Nytt lösenord');
  fireEvent.click(screen.getByRole('dialog'));
  await settle();
  expect(screen.getByText('ek-moln-vik-hav')).toBeTruthy();
});

test('the second step is taken from who has lost the phone, and the row shows it', async () => {
  backend.pages['GET users'] = () => ({ items: [staff({ has_second_step: true })] });
  await open();
  expect(screen.getByRole('table').textContent).toContain('Två steg');
  await click('Ändra Vidar Gran');
  await click('Ta bort inloggning i två steg');
  expect(backend.of('DELETE', 'users/u-1/second-step')).toHaveLength(1);
  expect(dialog().getByRole('status').textContent).toContain('Borttagen');
  expect(screen.getByRole('table').textContent).not.toContain('Två steg');
});

test('of whom the identity provider knows only the language is changed here', async () => {
  backend.pages['GET users'] = () => ({ items: [staff({ by_provider: true })] });
  await open();
  await click('Ändra Vidar Gran');
  expect(dialog().getByLabelText<HTMLInputElement>('Namn').readOnly).toBe(true);
  expect(dialog().queryByRole('button', { name: 'Nytt lösenord' })).toBeNull();
  fireEvent.change(dialog().getByLabelText('Språk'), { target: { value: 'fi' } });
  await submit();
  expect(backend.of('PATCH', 'users/u-1')[0]?.body).toEqual({
    language: 'fi',
    speaks: [],
    skills: [],
  });
});

test('somebody at the desk is given work by language and by what they are trained for', async () => {
  await open();
  await click('Ändra Vidar Gran');
  fireEvent.click(dialog().getByLabelText('finska'));
  await settle();
  fireEvent.click(dialog().getByLabelText('Tvister'));
  await settle();
  await submit();
  const [sent] = backend.of('PATCH', 'users/u-1');
  expect(sent?.body).toMatchObject({ speaks: ['fi'], skills: ['disputes'] });
});
