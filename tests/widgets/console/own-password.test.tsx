// Read before the first test, whose time it would take.
import '@sovinto/console/security/SecurityPage.tsx';
import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, settle, sitDown } from './desk.tsx';
import { handoff, siv } from './wire.ts';

const OWN = 'tre gula båtar vid bryggan';

let backend: Backend;
beforeEach(() => {
  backend = new Backend();
  backend.handoffs = [handoff()];
  backend.pages = {
    'GET session/second-step': () => ({
      since: null,
      needed: false,
      codes_left: 0,
      by_provider: false,
    }),
    'POST session/password': ({ body }) => {
      backend.password = String(body?.new);
      backend.user = { ...backend.user, one_time_password: false };
    },
  };
});
afterEach(leave);

const openIt = async () => {
  await click(/Siv Talltita/, 'link');
  await screen.findByRole('heading', { level: 1, name: 'Säkerhet' });
  await click('Byt lösenord');
};

const dialog = () => within(screen.getByRole('dialog', { name: 'Byt lösenord' }));

async function change(current: string, next: string) {
  fireEvent.input(dialog().getByLabelText('Nuvarande lösenord'), { target: { value: current } });
  fireEvent.input(dialog().getByLabelText('Nytt lösenord'), { target: { value: next } });
  fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement);
  await settle();
}

test('the password is changed from the own name, and the work goes on', async () => {
  await sitDown();
  await openIt();
  await change('demo', OWN);
  expect(backend.of('POST', 'session/password')[0]?.body).toEqual({ current: 'demo', new: OWN });
  expect(dialog().getByRole('status').textContent).toBe('Ditt lösenord är bytt.');
  await click('Klart');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('heading', { level: 1, name: 'Säkerhet' })).toBeTruthy();
});

test('a refusal stands in the dialog, and what was typed stays', async () => {
  backend.trouble = { 'POST password': [{ status: 422, detail: 'Det nuvarande är fel.' }] };
  await sitDown();
  await openIt();
  await change('nej', OWN);
  expect(dialog().getByRole('alert').textContent).toBe('Det nuvarande är fel.');
  expect(dialog().getByLabelText<HTMLInputElement>('Nytt lösenord').value).toBe(OWN);
});

test('whoever has a password that was told once is led to choosing another, and only once', async () => {
  backend.user = { ...siv, one_time_password: true };
  await sitDown();
  expect(dialog().getByText(/har skapats åt dig/)).toBeTruthy();
  await change('demo', OWN);
  await click('Klart');
  await sitDown();
  expect(screen.queryByRole('dialog')).toBeNull();
});
