// Read before the first test, whose time it would take.
import '@sovinto/console/misses/MissesPage.tsx';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, openPage, press, settle } from './desk.tsx';
import { clients, intents, miss, missPage } from './pages.ts';
import { siv } from './wire.ts';

let backend: Backend;
beforeEach(() => {
  backend = new Backend();
  backend.user = { ...siv, permissions: ['misses.read', 'misses.teach'] };
  backend.pages = {
    'GET misses': () => missPage([miss(1), miss(2, { guesses: [], before: null, times: 1 })]),
    'GET misses/intents': () => intents(),
    'GET clients': () => clients(),
    'POST misses/1/teach': () => ({ state: 'taught', file: 'nlu_data/fi/plans.yml', line: 213 }),
    'POST misses/1/set-aside': () => undefined,
    'POST misses/1/take-back': () => undefined,
  };
});
afterEach(leave);

const open = (path = '/console/misses') => openPage(path);
const rows = () =>
  within(screen.getByRole('list', { name: /Meddelanden/ })).getAllByRole('listitem');
const row = (at: number) => screen.getByRole('button', { name: new RegExp(`^rivi ${at}`) });

test('the first is open, with how often it came, the line before it, and the guesses', async () => {
  await open();
  const [first] = rows();
  expect(first?.textContent).toContain('rivi 1');
  expect(first?.textContent).toContain('7 gånger');
  expect(first?.textContent).toContain('Miten haluat jatkaa?');
  const [guess] = await screen.findAllByRole('button', { name: /can I have two more weeks/ });
  expect(guess?.textContent).toContain('48');
  expect(row(2).getAttribute('aria-expanded')).toBe('false');
});

test('two clicks teach: the file and line are told, and the next one opens', async () => {
  await open();
  await click(/can I have two more weeks/);
  await click(/^Lär in:/);
  expect(backend.of('POST', 'misses/1/teach')[0]?.body).toEqual({ intent: 'request_deferral' });
  expect(rows()[0]?.textContent).toContain('Inskrivet i nlu_data/fi/plans.yml, rad 213.');
  expect(row(2).getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByRole('button', { name: /^Öppna/ }).textContent).toBe('Öppna1');
});

test('a message that was taken for another language is taught in its own', async () => {
  await open();
  expect(screen.queryByLabelText('Meddelandets språk')).toBeNull();
  await click(/can I have two more weeks/);
  fireEvent.change(screen.getByLabelText('Meddelandets språk'), { target: { value: 'sv' } });
  await settle();
  await click(/^Lär in:/);
  const [call] = backend.of('POST', 'misses/1/teach');
  expect(call?.body).toEqual({ intent: 'request_deferral', language: 'sv' });
});

test('with the keys alone: a number, Enter, and j to the next', async () => {
  await open();
  await press('2');
  expect(document.activeElement?.textContent).toMatch(/^Lär in:/);
  fireEvent.click(document.activeElement as HTMLElement);
  await settle();
  expect(backend.of('POST', 'misses/1/teach')[0]?.body).toEqual({ intent: 'change_plan' });
  await press('k');
  expect(document.activeElement).toBe(row(1));
  await press('j');
  expect(document.activeElement).toBe(row(2));
});

test('what was taught can be taken back', async () => {
  await open();
  await click(/can I have two more weeks/);
  await click(/^Lär in:/);
  await click('Ta tillbaka');
  expect(backend.of('POST', 'misses/1/take-back')).toHaveLength(1);
  expect(rows()[0]?.textContent).not.toContain('Inskrivet');
});

test('another intent is found by what people say, and the words can be changed before', async () => {
  await open();
  fireEvent.input(screen.getByLabelText(/Sök bland/), { target: { value: 'fee' } });
  await settle();
  await click(/why is there a fee/);
  fireEvent.input(screen.getByLabelText('Exemplet som det skrivs in'), {
    target: { value: 'mistä tämä maksu tulee' },
  });
  await settle();
  await click(/^Lär in:/);
  expect(backend.of('POST', 'misses/1/teach')[0]?.body).toEqual({
    intent: 'ask_fees',
    text: 'mistä tämä maksu tulee',
  });
});

test('a refusal stands beside what was refused, and nothing is lost', async () => {
  backend.trouble = { 'POST teach': [{ status: 422, detail: 'Ta bort telefonnumret.' }] };
  await open();
  await click(/can I have two more weeks/);
  await click(/^Lär in:/);
  expect(screen.getByRole('alert').textContent).toBe('Ta bort telefonnumret.');
  await click(/^Lär in:/);
  expect(rows()[0]?.textContent).toContain('Inskrivet');
});

test('without a working copy that is said, and nothing can be taught', async () => {
  backend.pages['GET misses/intents'] = () => intents(false);
  await open();
  expect(screen.getByText('Det finns ingen arbetskopia.')).toBeTruthy();
  await click(/can I have two more weeks/);
  await click(/^Lär in:/);
  expect(backend.of('POST', 'misses/1/teach')).toEqual([]);
});

test('what teaches nothing is set aside with x', async () => {
  await open();
  await press('x');
  expect(backend.of('POST', 'misses/1/set-aside')).toHaveLength(1);
  expect(rows()[0]?.textContent).toContain('Åt sidan');
});

test('the state and the language stand in the address', async () => {
  await open('/console/misses?state=taught');
  await waitFor(() => expect(backend.of('GET', 'misses?state=taught')).toHaveLength(1));
  fireEvent.change(screen.getByLabelText('Språk'), { target: { value: 'fi' } });
  await settle();
  expect(location.search).toBe('?state=taught&language=fi');
});

test('when all is done, that is said', async () => {
  backend.pages['GET misses'] = () => missPage([]);
  await open();
  expect(screen.getByText('Allt är genomgånget')).toBeTruthy();
});

test('one that was understood but lacks a value leads to the lexicon, and is not taught', async () => {
  const lexicon = 'assistant/nlu/lexicon/fi.yml';
  backend.pages['GET misses'] = () => missPage([miss(1, { lacks: 'value', lexicon })]);
  await open();
  expect(rows()[0]?.textContent).toContain(`Lägg till orden för värdet i ${lexicon}.`);
  expect(screen.queryByRole('button', { name: /^Lär in/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /can I have two more weeks/ })).toBeNull();
  await click(/^Lägg åt sidan/);
  expect(backend.of('POST', 'misses/1/set-aside')).toHaveLength(1);
});
