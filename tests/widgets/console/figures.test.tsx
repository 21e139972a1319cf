// Read before the first test, whose time it would take.
import '@sovinto/console/figures/FiguresArea.tsx';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, openPage, settle } from './desk.tsx';
import { chart, clients, figure, listed, summary } from './pages.ts';
import { siv } from './wire.ts';

const CHARTS = [
  'outcomes_by_week',
  'handoffs_by_reason',
  'handoffs_by_ending',
  'misses_by_intent',
  'handoff_rate_by_hour',
  'handoff_rate_by_client',
];
// In the place of the one by client, when it is asked for.
const ALSO = 'handoff_rate_by_language';

let backend: Backend;
beforeEach(() => {
  backend = new Backend();
  backend.user = { ...siv, permissions: ['figures.read'] };
  backend.pages = {
    'GET clients': () => clients(),
    'GET figures': () =>
      summary([
        figure('conversations'),
        figure('handoff_rate', { unit: 'percent', value: 21.4, before: 24.9 }),
        figure('rating', { unit: 'score', value: null, before: null, of: 0 }),
        figure('plan_size', {
          unit: 'money',
          value: null,
          before: null,
          by_currency: [
            { currency: 'SEK', value: 486000, of: 30 },
            { currency: 'ISK', value: 64800, of: 4 },
          ],
        }),
      ]),
    'GET figures/conversations': () => ({ items: [listed()], more: false }),
    'GET figures/conversations/c-7': () => ({
      conversation: listed(),
      messages: [
        { at: '2026-11-20T09:00:00Z', sender: 'debtor', text: 'olen [nimi]', understood: null },
      ],
    }),
    ...Object.fromEntries(
      [...CHARTS, ALSO].map((name) => [`GET figures/${name}`, () => chart(name)]),
    ),
  };
});
afterEach(leave);

const DAYS = 'from=2026-10-25&to=2026-11-21';
const open = (path = `/console/figures?${DAYS}`) => openPage(path);
const tile = (name: string) =>
  (screen.getByRole('heading', { level: 2, name }).closest('li') as HTMLElement).textContent ?? '';
const card = async (name: string) => screen.findByRole('region', { name: `Fråga om ${name}?` });
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace('\u2212', '-');

test('a figure stands with its change, what it is counted from, and its definition', async () => {
  await open();
  expect(plain(tile('handoff_rate'))).toContain('21,4 %');
  expect(plain(tile('handoff_rate'))).toContain('Ner 3,5 procentenheter från 24,9 %');
  expect(plain(tile('handoff_rate'))).toContain('av 1 240 samtal');
  expect(tile('handoff_rate')).toContain('vad handoff_rate är');
  expect(plain(tile('conversations'))).toContain('Upp 24 % från 1 000');
});

test('where there is nothing to count from, that is said, and no nought stands there', async () => {
  await open();
  expect(tile('rating')).toContain('Inget att räkna på än');
  expect(tile('rating')).not.toContain('0');
});

test('money is one figure a currency, as its country writes it', async () => {
  await open();
  expect(plain(tile('plan_size'))).toContain('4 860,00 kr');
  expect(plain(tile('plan_size'))).toContain('64.800 kr.');
});

test('the filters stand in the address, and all questions are asked with them', async () => {
  await open(`/console/figures?${DAYS}&client=demo`);
  fireEvent.change(screen.getByLabelText('Språk'), { target: { value: 'fi' } });
  await settle();
  expect(location.search).toBe(`?${DAYS}&client=demo&language=fi`);
  expect(backend.of('GET', `figures?${DAYS}&client=demo&language=fi`)).toHaveLength(1);
  for (const name of CHARTS) {
    expect(backend.of('GET', `figures/${name}?${DAYS}&client=demo&language=fi`), name).toHaveLength(
      1,
    );
  }
  expect(screen.getByLabelText<HTMLSelectElement>('Uppdragsgivare').value).toBe('demo');
});

test('an address without days gets them, in place of itself, and is asked for once', async () => {
  const before = history.length;
  await open('/console/figures?client=demo');
  const query = new URLSearchParams(location.search);
  expect(query.get('client')).toBe('demo');
  const days = Date.parse(query.get('to') ?? '') - Date.parse(query.get('from') ?? '');
  expect(days).toBe(27 * 24 * 60 * 60 * 1000);
  expect(backend.calls.filter(({ path }) => /^figures\?/.test(path))).toHaveLength(1);
  expect(history.length - before).toBeLessThanOrEqual(1);
});

test('against next to nothing nothing is compared', async () => {
  backend.pages['GET figures'] = () =>
    summary([figure('conversations', { before: 8, before_of: 8 })]);
  await open();
  expect(tile('conversations')).toContain('färre än 30 förut');
  expect(tile('conversations')).not.toContain('Upp');
});

test('a share by group stands with how many it is counted from', async () => {
  backend.pages['GET figures/handoff_rate_by_client'] = () =>
    chart('handoff_rate_by_client', { unit: 'percent' });
  await open();
  const byClient = await card('handoff_rate_by_client');
  expect(plain(byClient.textContent ?? '')).toContain('31,0 %av 120');
});

test('plans stand with what they are counted from', async () => {
  backend.pages['GET figures'] = () =>
    summary([
      figure('conversations'),
      figure('plans_offered', { of: 400 }),
      figure('plans_agreed', { of: 90 }),
    ]);
  await open();
  expect(tile('plans_offered')).toContain('av 400 samtal');
  expect(tile('plans_agreed')).toContain('av 90 samtal med ett erbjudande');
});

test('an address with a filter shows the choice, though the choices come later', async () => {
  await open(`/console/figures?${DAYS}&language=fi`);
  expect(screen.getByLabelText<HTMLSelectElement>('Språk').value).toBe('fi');
});

test('a period is chosen with one choice, and told as dates', async () => {
  await open();
  fireEvent.change(screen.getByLabelText('Period'), { target: { value: 'days_7' } });
  await settle();
  const query = new URLSearchParams(location.search);
  const days = Date.parse(query.get('to') ?? '') - Date.parse(query.get('from') ?? '');
  expect(days).toBe(6 * 24 * 60 * 60 * 1000);
});

test('behind each chart is its table, with the sum and what was before', async () => {
  await open();
  const reasons = await card('handoffs_by_reason');
  fireEvent.click(within(reasons).getByRole('button', { name: 'Tabell' }));
  await settle();
  const table = within(reasons).getByRole('table', { name: 'Fråga om handoffs_by_reason?' });
  const rows = within(table)
    .getAllByRole('row')
    .map((it) => it.textContent);
  expect(rows).toEqual([
    'VadAntalFörutRäknat på',
    'Kan inte betala3128120',
    'Kris20120',
    'Alla33120',
  ]);
});

test('parts of a whole are added up below their table', async () => {
  const part = (key: string, value: number) => ({ key, label: key, value, of: 10, drill: null });
  const week = (key: string, plans: number, left: number) => ({
    key,
    label: key,
    value: plans + left,
    of: plans + left,
    series: [part('left', left), part('plan_agreed', plans)],
    drill: { week: key },
  });
  backend.pages['GET figures/outcomes_by_week'] = () =>
    chart('outcomes_by_week', { rows: [week('2026-W46', 3, 4), week('2026-W47', 5, 6)] });
  await open();
  const weeks = await card('outcomes_by_week');
  fireEvent.click(within(weeks).getByRole('button', { name: 'Tabell' }));
  await settle();
  const rows = within(weeks)
    .getAllByRole('row')
    .map((it) => it.textContent);
  expect(rows).toEqual([
    'Vadplan_agreedleftRäknat på',
    'vecka 46, 2026347',
    'vecka 47, 20265611',
    'Alla81018',
  ]);
});

test('the file of a chart is asked for under the same filters', async () => {
  await open(`/console/figures?${DAYS}&channel=sms`);
  const link = within(await card('handoffs_by_reason')).getByRole('link', { name: 'CSV' });
  expect(link.getAttribute('href')).toBe(
    `/api/staff/figures/handoffs_by_reason.csv?${DAYS}&channel=sms`,
  );
});

test('a bar opens the conversations that it is made of, and back keeps the filters', async () => {
  await open(`/console/figures?${DAYS}&client=demo`);
  const reasons = await card('handoffs_by_reason');
  fireEvent.click(within(reasons).getByRole('link', { name: /Kan inte betala/ }));
  await screen.findByRole('heading', { level: 1, name: 'Samtal' });
  await settle();
  expect(location.search).toBe(`?${DAYS}&client=demo&reason=hardship`);
  expect(
    backend.of('GET', `figures/conversations?${DAYS}&client=demo&reason=hardship`),
  ).toHaveLength(1);
  const back = screen.getByRole('link', { name: 'Tillbaka till nyckeltalen' });
  expect(back.getAttribute('href')).toBe(`/console/figures?${DAYS}&client=demo`);
});

test('a masked conversation opens at its own address', async () => {
  await open('/console/figures/conversations?reason=hardship');
  // By its address: what the link says of the day depends on how long ago it is.
  const isIt = (link: HTMLElement) => link.getAttribute('href')?.includes('/c-7') === true;
  await waitFor(() => expect(screen.getAllByRole('link').filter(isIt)).toHaveLength(1));
  fireEvent.click(screen.getAllByRole('link').filter(isIt)[0] as HTMLElement);
  await waitFor(() => expect(screen.getByRole('log').textContent).toContain('olen [nimi]'));
  expect(location.pathname + location.search).toBe(
    '/console/figures/conversations/c-7?reason=hardship',
  );
  expect(screen.getByRole('log').textContent).toContain('Namn, nummer och adresser är dolda.');
});

test('what the list is narrowed by stands in words, and is taken out with one press', async () => {
  await open('/console/figures/conversations?reason=hardship&hour=09&week=2026-W07');
  const chips = screen.getByRole('list', { name: 'Filter' });
  expect(chips.textContent).toBe('Kan inte betalafrån kl. 09vecka 7');
  await click('Ta bort vecka 7');
  expect(location.search).toBe('?reason=hardship&hour=09');
});

test('a period without a conversation says so and offers a longer one', async () => {
  backend.pages['GET figures'] = () => summary([figure('conversations', { value: 0, of: 0 })]);
  await open();
  expect(screen.getByText('Inga samtal under perioden')).toBeTruthy();
  await click('Visa de senaste 12 månaderna');
  expect(location.search).toMatch(/from=.*&to=/);
});

test('a chart that fails says so in its own place, and the rest stands', async () => {
  backend.trouble = { 'GET misses_by_intent': [{ status: 503, detail: 'Det tar för lång tid.' }] };
  await open();
  expect(screen.getByRole('alert').textContent).toContain('Det tar för lång tid.');
  expect(await card('handoffs_by_reason')).toBeTruthy();
  await click('Försök igen');
  expect(await card('misses_by_intent')).toBeTruthy();
});

test('the hours are shown apart for when people are there and when not', async () => {
  backend.pages['GET figures/handoff_rate_by_hour'] = () =>
    chart('handoff_rate_by_hour', {
      unit: 'percent',
      rows: [
        {
          key: '09',
          label: '09',
          value: 20,
          of: 90,
          drill: { hour: '09' },
          series: [
            {
              key: 'open',
              label: 'Öppet',
              value: 25,
              of: 60,
              drill: { hour: '09', hours: 'open' },
            },
            { key: 'closed', label: 'Stängt', value: null, of: 0, drill: null },
          ],
        },
      ],
    });
  await open();
  const hours = await card('handoff_rate_by_hour');
  expect(hours.textContent).toContain('När det är bemannat');
  const columns = hours.querySelectorAll<HTMLElement>('.column');
  expect(plain(columns[0]?.title ?? '')).toBe('09: 25,0 % av 60');
  expect(columns[0]?.getAttribute('href')).toContain('hour=09&hours=open');
  expect(columns[1]?.title).toBe('09: Inget att räkna på än');
  expect(columns[1]?.querySelector('.column-fill')).toBeNull();
});

test('the same question is answered by client, and on a press by language', async () => {
  await open();
  const byClient = await card('handoff_rate_by_client');
  fireEvent.click(within(byClient).getByRole('button', { name: 'Språk' }));
  const byLanguage = await card('handoff_rate_by_language');
  const chosen = within(byLanguage).getByRole('button', { name: 'Språk' });
  expect(chosen.getAttribute('aria-pressed')).toBe('true');
  const file = within(byLanguage).getByRole('link', { name: 'CSV' }).getAttribute('href');
  expect(file).toContain('handoff_rate_by_language.csv');
});

test('how a person ended it, and why, is told in words where the list is narrowed by it', async () => {
  await open(`/console/figures/conversations?${DAYS}&ending=solved.question_answered`);
  expect(screen.getByText('Löst: En fråga besvarades')).toBeTruthy();
  await open(`/console/figures/conversations?${DAYS}&ending=returned`);
  expect(screen.getByText('Lämnat tillbaka till assistenten')).toBeTruthy();
});
