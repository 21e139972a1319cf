// Read before the first test, whose time it would take.
import '@sovinto/console/figures/FiguresArea.tsx';
import '@sovinto/console/clients/ClientsPage.tsx';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { leave, settle, sitDown } from './desk.tsx';
import { clients, figure, summary } from './pages.ts';
import { handoff, siv } from './wire.ts';

let backend: Backend;
beforeEach(() => {
  backend = new Backend();
  backend.handoffs = [handoff()];
  backend.pages = {
    'GET figures': () => summary([figure('conversations', { value: 0, of: 0 })]),
    'GET clients': () => clients(),
  };
});
afterEach(leave);

const as = (...permissions: string[]) => {
  backend.user = { ...siv, permissions };
};
const bar = () => screen.getByRole('navigation', { name: 'Sidor' });
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

test('the bar leads to the pages that the role opens, and to no other', async () => {
  as('queue.work', 'figures.read', 'clients.read');
  await sitDown();
  const names = within(bar())
    .getAllByRole('link')
    .map((it) => it.textContent);
  expect(names).toEqual(['Kö', 'Tider', 'Nyckeltal', 'Uppdragsgivare']);
  expect(screen.getByRole('link', { name: 'Kö' }).getAttribute('aria-current')).toBe('page');
});

test('an agent has the queue and its deadlines', async () => {
  await sitDown();
  const bar = screen.getByRole('navigation', { name: 'Sidor' });
  const names = within(bar)
    .getAllByRole('link')
    .map((it) => it.textContent);
  expect(names).toEqual(['Kö', 'Tider']);
  expect(screen.getByRole('tab', { name: /Väntar/ })).toBeTruthy();
});

test('who has no queue lands on the first own page, and asks nothing of the queue', async () => {
  as('figures.read', 'clients.read');
  await sitDown('/console/');
  await heading('Nyckeltal');
  expect(location.pathname).toBe('/console/figures');
  expect(backend.of('GET', 'handoffs?state=waiting')).toEqual([]);
  expect(backend.lines).toEqual([]);
});

test('an address that the role does not open leads to one that it does', async () => {
  as('clients.read');
  await sitDown('/console/users');
  await heading('Uppdragsgivare');
  expect(location.pathname).toBe('/console/clients');
});

test('the back button goes back to the page before', async () => {
  as('figures.read', 'clients.read');
  await sitDown('/console/figures');
  await heading('Nyckeltal');
  fireEvent.click(screen.getByRole('link', { name: 'Uppdragsgivare' }));
  await heading('Uppdragsgivare');
  history.back();
  await heading('Nyckeltal');
  expect(location.pathname).toBe('/console/figures');
});

test('a role that opens nothing is told so', async () => {
  as();
  await sitDown('/console/');
  expect(screen.getByRole('main').textContent).toContain('Din roll öppnar ingen sida här');
});

test('a page that cannot be read says so, and is read when asked again', async () => {
  as('clients.read');
  backend.trouble = { 'GET clients': [{ status: 500, detail: '' }] };
  await sitDown('/console/clients');
  fireEvent.click(await screen.findByRole('button', { name: 'Försök igen' }));
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Björkmobil' })).toBeTruthy());
});

test('the list of keys names those of the page', async () => {
  as('queue.work', 'clients.read');
  await sitDown('/console/clients');
  await heading('Uppdragsgivare');
  fireEvent.keyDown(document.body, { key: '?' });
  await settle();
  const dialog = screen.getByRole('dialog');
  expect(dialog.textContent).toContain('Visa den här listan');
  expect(dialog.textContent).not.toContain('Ta över');
});
