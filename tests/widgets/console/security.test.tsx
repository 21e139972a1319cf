// Read before the first test, whose time it would take.
import '@sovinto/console/security/SecurityPage.tsx';
import type { SecondStep } from '@sovinto/console/security/wire.ts';
import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, openPage, settle, sitDown } from './desk.tsx';
import { siv } from './wire.ts';

const off: SecondStep = { since: null, needed: false, codes_left: 0, by_provider: false };
const on: SecondStep = { ...off, since: '2026-11-20T09:00:00Z', codes_left: 1 };
const CODES = ['ABCD-EFGH-JKLM-NPQR', 'STUV-WXYZ-2345-6789'];

let backend: Backend;
let step: SecondStep;
beforeEach(() => {
  backend = new Backend();
  step = off;
  backend.pages = {
    'GET session/second-step': () => step,
    'POST session/second-step': () => ({ secret: 'ABCDEFGHIJKL', rows: ['101', '010', '111'] }),
    'POST session/second-step/confirm': () => {
      step = { ...on, codes_left: 2 };
      backend.user = { ...backend.user, must_add_second_step: false };
      return { codes: CODES };
    },
    'POST session/second-step/codes': () => ({ codes: CODES }),
    'POST session/second-step/off': () => {
      step = off;
    },
  };
});
afterEach(leave);

const open = () => openPage('/console/security');
const dialog = () => within(screen.getByRole('dialog'));
const give = async (label: string, value: string) => {
  fireEvent.input(dialog().getByLabelText(label), { target: { value } });
  fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement);
  await settle();
};

test('it is turned on with the password, the app and a code, and the codes are shown once', async () => {
  await open();
  await click('Slå på');
  await give('Lösenord', 'demo');
  expect(dialog().getByRole('img', { name: 'QR-kod till din app' })).toBeTruthy();
  expect(dialog().getByText('ABCD EFGH IJKL')).toBeTruthy();
  expect(document.activeElement).toBe(dialog().getByLabelText('Kod'));
  await give('Kod', '123456');
  for (const code of CODES) expect(dialog().getByText(code)).toBeTruthy();
  await click('Jag har sparat dem');
  expect(document.body.textContent).not.toContain(CODES[0]);
  expect(screen.getByRole('main').textContent).toContain('2 reservkoder kvar');
  expect(backend.of('POST', 'confirm')[0]?.body).toEqual({ code: '123456' });
});

test('a code that is not right is told in the dialog, which stays', async () => {
  backend.trouble = { 'POST confirm': [{ status: 422, detail: 'Koden stämmer inte.' }] };
  await open();
  await click('Slå på');
  await give('Lösenord', 'demo');
  await give('Kod', '000000');
  expect(dialog().getByRole('alert').textContent).toBe('Koden stämmer inte.');
  expect(dialog().getByText('ABCD EFGH IJKL')).toBeTruthy();
});

test('new recovery codes and turning it off ask for a code first', async () => {
  step = on;
  await open();
  expect(screen.getByRole('main').textContent).toContain('1 reservkod kvar');
  await click('Nya reservkoder');
  await give('Kod', '111111');
  expect(dialog().getByText(CODES[1] as string)).toBeTruthy();
  await click('Jag har sparat dem');
  await click('Stäng av');
  await give('Kod', '222222');
  expect(backend.of('POST', 'off')[0]?.body).toEqual({ code: '222222' });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('button', { name: 'Slå på' })).toBeTruthy();
});

test('whose role needs it is led there and nowhere else until it is on', async () => {
  step = { ...off, needed: true };
  backend.user = { ...siv, permissions: [], must_add_second_step: true };
  await sitDown('/console/users');
  await screen.findByRole('heading', { level: 1, name: 'Säkerhet' });
  expect(location.pathname).toBe('/console/security');
  expect(screen.getByRole('main').textContent).toContain('Din roll kräver det här');
});

test('whom the identity provider knows finds nothing to change here', async () => {
  step = { ...off, by_provider: true };
  await open();
  expect(screen.getByRole('main').textContent).toContain('er egen inloggningstjänst');
  expect(within(screen.getByRole('main')).queryByRole('button')).toBeNull();
});
