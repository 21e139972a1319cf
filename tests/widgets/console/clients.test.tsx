// Read before the first test, whose time it would take.
import '@sovinto/console/clients/ClientsPage.tsx';
import { week } from '@sovinto/console/clients/week.ts';
import { screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, openPage } from './desk.tsx';
import { clientCard, clients, rulesVersion } from './pages.ts';
import { siv } from './wire.ts';

let backend: Backend;
beforeEach(() => {
  backend = new Backend();
  backend.user = { ...siv, permissions: ['clients.read', 'users.manage'] };
  backend.pages = { 'GET clients': () => clients() };
});
afterEach(leave);

const open = () => openPage('/console/clients');

test('two clients of one country stand side by side, each with hours and rules in words', async () => {
  await open();
  expect(screen.getByRole('heading', { level: 2, name: 'Sverige' })).toBeTruthy();
  const sheet = screen.getByRole('article', { name: 'Norrsken Energi' }).textContent ?? '';
  for (const words of ['Öppet nu', 'mån–tis', 'tors', '08:00–17:00', 'Webbchatt, Sms']) {
    expect(sheet).toContain(words);
  }
  expect(sheet).toContain('Upp till 10 000,00 kr');
  expect(sheet).toContain('Högst 12 delbetalningar');
  expect(screen.getByRole('article', { name: 'Björkmobil' }).textContent).toContain('Stängt nu');
});

test('rules that begin later stand below those in force, with their day and what people may grant', async () => {
  const now = rulesVersion({
    since: '2026-01-01',
    when: 'Gäller sedan 1 januari 2026',
    lines: ['En plan kan ångras inom 14 dagar'],
    by_hand: [{ when: 'Handläggare får ge mer', lines: ['Högst 18 delbetalningar'] }],
  });
  const coming = rulesVersion({
    state: 'coming',
    since: '2027-03-01',
    when: 'Gäller från 1 mars 2027',
    bands: [{ when: 'Alla belopp', lines: ['Högst 6 delbetalningar'] }],
  });
  backend.pages['GET clients'] = () => clients({ items: [clientCard({ rules: [now, coming] })] });
  await open();
  const rules = screen.getByRole('region', { name: 'Regler' });
  const headings = within(rules).getAllByRole('heading', { level: 5 });
  expect(headings.map(({ textContent }) => textContent)).toEqual([now.when, coming.when]);
  const said = rules.textContent ?? '';
  const order = [
    'ångras inom 14 dagar',
    'Handläggare får ge mer',
    'Högst 18',
    'Gäller från',
    'Högst 6',
  ];
  const places = order.map((words) => said.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((one, other) => one - other));
});

test('a broken file is told with its line, what stands there, and the cure', async () => {
  const broken = { file: 'demo.yaml', line: 23, value: '25:00', says: 'Skriv 08:00-17:00.' };
  backend.pages['GET clients'] = () => clients({ problems: [broken] });
  await open();
  const problems = screen.getByRole('region', { name: 'Gäller inte' }).textContent;
  expect(problems).toContain('demo.yaml, rad 23');
  expect(problems).toContain('25:00');
  expect(problems).toContain('Skriv 08:00-17:00.');
});

test('an administrator has the files read again, and sees what came of it', async () => {
  await open();
  backend.pages['POST clients/reload'] = () => clients({ items: [] });
  await click('Läs in filerna igen');
  expect(screen.getByText('Inga uppdragsgivare')).toBeTruthy();
});

test('who manages no users has no button for it', async () => {
  backend.user = { ...siv, permissions: ['clients.read'] };
  await open();
  expect(screen.queryByRole('button', { name: 'Läs in filerna igen' })).toBeNull();
});

test('days that are alike stand together, also where the browser does not know the language', () => {
  const day = (name: string, to = '16:00') => ({ day: name, from: '09:00', to });
  expect(week('is', [day('mánudagur'), day('þriðjudagur'), day('föstudagur', '15:00')])).toEqual([
    { days: 'mán.–þri.', hours: '09:00–16:00' },
    { days: 'fös.', hours: '09:00–15:00' },
  ]);
  expect(week('sv', [day('vardagar')])).toEqual([{ days: 'vardagar', hours: '09:00–16:00' }]);
});

test('what a client wants a person for stands above its rules, in words', async () => {
  const occasions = [
    { text: 'skriver något av: advokat / jurist', intents: [], why: null },
    { text: 'företag', intents: ['request_plan', 'propose_terms'], why: 'avtalat 2026' },
  ];
  backend.pages['GET clients'] = () => clients({ items: [clientCard({ hand_over: occasions })] });
  await open();
  const section = screen.getByRole('region', { name: 'En människa tar över' });
  expect(
    within(section)
      .getAllByRole('listitem')
      .map((it) => it.textContent),
  ).toEqual([
    'skriver något av: advokat / jurist',
    'företag · vill delbetala / föreslår villkor · avtalat 2026',
  ]);
});
