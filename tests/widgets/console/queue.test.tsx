import type { Frame, Handoff } from '@sovinto/console/api/wire.ts';
import { NONE, narrow } from '@sovinto/console/queue/filters.ts';
import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, press, settle, sitDown } from './desk.tsx';
import { handoff, message, nora, siv } from './wire.ts';

let backend: Backend;
beforeEach(() => {
  narrow(NONE);
  backend = new Backend();
});
afterEach(() => {
  leave();
  vi.useRealTimers();
});

const rows = () => screen.queryAllByRole('listitem').filter((it) => it.className === 'row');
const waitingAsked = () => backend.calls.filter((it) => it.path.includes('state=waiting'));
const row = (at: number) => rows()[at]?.textContent ?? '';

test('a row says who, why, whose case, in which language and how long', async () => {
  backend.handoffs = [handoff({ reason: 'dispute', language: 'fi' })];
  await sitDown();
  for (const words of ['Björn Talgoxe', 'Bestrider skulden', 'Norrsken Energi', 'FI', '2 min']) {
    expect(row(0)).toContain(words);
  }
});

test('who has not identified is called so, and no name stands there', async () => {
  backend.handoffs = [handoff({ debtor: null, case: null })];
  await sitDown();
  expect(row(0)).toContain('Inte legitimerad');
});

test('a crisis is marked by a word and not by colour alone', async () => {
  backend.handoffs = [
    handoff({ id: 'h-2', priority: 1, reason: 'crisis' }),
    handoff({ conversation: 'c-2' }),
  ];
  await sitDown();
  expect(row(0)).toContain('Kris');
  expect(row(1)).not.toContain('Kris');
});

test('the waiting time ticks', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-21T10:00:00Z') });
  backend.handoffs = [handoff({ waiting_seconds: 50 })];
  await sitDown();
  expect(row(0)).toContain('50 s');
  await settle(70_000);
  expect(row(0)).toContain('2 min');
});

test('the clock of a row has a colour only when it is late', async () => {
  vi.setSystemTime(new Date('2026-11-21T10:00:00Z'));
  const clock = (due_at: string) => ({ name: 'answer' as const, due_at });
  backend.handoffs = [
    handoff({ clock: clock('2026-11-21T10:30:00Z') }),
    handoff({ id: 'h-2', conversation: 'c-2', clock: clock('2026-11-21T09:30:00Z') }),
  ];
  await sitDown();
  const [ahead, late] = rows();
  expect(ahead?.textContent).toContain('Första svar senast');
  expect(ahead?.querySelector('.row-late')).toBeNull();
  expect(late?.textContent).toContain('Skulle vara klart');
  expect(late?.querySelector('.row-late')).not.toBeNull();
});

test('a call at a time that was picked is told as one', async () => {
  vi.setSystemTime(new Date('2026-11-21T10:00:00Z'));
  const at = '2026-11-21T12:00:00Z';
  backend.handoffs = [handoff({ kind: 'callback', promised_at: at, call_from: at })];
  await sitDown();
  expect(rows()[0]?.textContent).toContain('Ring ');
  expect(rows()[0]?.textContent).not.toContain('Ring senast');
});

test('a promised time is shown, and a broken promise is called one', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-21T10:00:00Z') });
  backend.handoffs = [handoff({ promised_at: '2026-11-21T10:01:00Z' })];
  await sitDown();
  expect(row(0)).toContain('Svar senast');
  await settle(61_000);
  expect(row(0)).toContain('Utlovat');
});

test('a promise is told by the clock of the client, whose zone is named where it is another', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-21T10:00:00Z') });
  const far = {
    id: 'demo',
    name: 'Norrsken Energi',
    colour: '#0b6b5b',
    zone: 'Pacific/Kiritimati',
  };
  backend.handoffs = [handoff({ promised_at: '2026-11-21T10:01:00Z', client: far })];
  await sitDown();
  expect(row(0)).toMatch(/00:01 \p{L}+/u);
});

test('the tabs carry their counts, and the keys move between them', async () => {
  backend.handoffs = [handoff(), handoff({ id: 'h-2', state: 'taken', taken_by: nora })];
  await sitDown();
  expect(screen.getByRole('tab', { name: /Tagna/ }).textContent).toBe('Tagna1');
  screen.getByRole('tab', { name: /Väntar/ }).focus();
  await press('ArrowRight');
  expect(screen.getByRole('tab', { name: /Mina/ }).getAttribute('aria-selected')).toBe('true');
  await press('ArrowRight');
  expect(row(0)).toContain('Nora Gråtrost');
});

test('an empty list says what that means', async () => {
  await sitDown();
  expect(document.body.textContent).toContain('Ingen väntar');
});

test('a list that cannot be loaded says so and can be tried again', async () => {
  backend.handoffs = [handoff()];
  const broken = { status: 500, detail: '' };
  backend.trouble = { 'GET handoffs': [broken, broken] };
  await sitDown();
  expect(screen.getByRole('alert').textContent).toContain('Listan kunde inte hämtas');
  await click('Försök igen');
  expect(rows()).toHaveLength(1);
});

test('a list that is there stays when it cannot be read again, and is said to be old', async () => {
  backend.handoffs = [handoff()];
  await sitDown();
  backend.trouble = { 'GET handoffs': [{ status: 403, detail: '' }] };
  backend.push({ type: 'queue' });
  await settle(250);
  expect(rows()).toHaveLength(1);
  expect(screen.getByRole('alert').textContent).toContain('Listan kunde inte hämtas');
});

test('news over the live line is one reload, however much of it comes', async () => {
  await sitDown();
  backend.line.open();
  const before = waitingAsked().length;
  backend.handoffs = [handoff()];
  for (let n = 0; n < 5; n += 1) backend.push({ type: 'queue' });
  await settle(250);
  expect(waitingAsked()).toHaveLength(before + 1);
  expect(rows()).toHaveLength(1);
});

test('a line that was lost is said to be, comes back, and what is shown is read again', async () => {
  vi.useFakeTimers();
  await sitDown();
  backend.line.open();
  backend.line.lose();
  await settle();
  expect(document.body.textContent).toContain('Ansluter igen');
  await settle(3000);
  expect(backend.lines).toHaveLength(2);
  const before = waitingAsked().length;
  backend.line.open();
  backend.push({ type: 'hello', epoch: 'e', n: 0, anew: true });
  await settle();
  expect(waitingAsked().length).toBeGreaterThan(before);
  expect(document.body.textContent).not.toContain('Ansluter igen');
});

test('j and k walk the list, and the cursor stays on its person when the order changes', async () => {
  const three = ['h-1', 'h-2', 'h-3'].map((id) => handoff({ id, conversation: `c-${id}` }));
  backend.handoffs = three;
  await sitDown();
  await press('j');
  await press('j');
  expect(document.activeElement?.id).toBe('row-h-2');
  backend.handoffs = [...three].reverse();
  backend.push({ type: 'queue' });
  await settle(250);
  expect(document.activeElement?.id).toBe('row-h-2');
  await press('ArrowUp');
  expect(document.activeElement?.id).toBe('row-h-3');
});

test('of a thousand rows only those in sight are drawn', async () => {
  backend.handoffs = Array.from({ length: 1000 }, (_, n) =>
    handoff({ id: `h-${n}`, conversation: `c-${n}` }),
  );
  await sitDown();
  expect(rows().length).toBeGreaterThan(10);
  expect(rows().length).toBeLessThan(60);
  expect(rows()[0]?.getAttribute('aria-setsize')).toBe('1000');
});

test('the title counts who needs the agent and names nobody', async () => {
  backend.handoffs = [
    handoff(),
    handoff({ id: 'h-2', conversation: 'c-2', state: 'taken', taken_by: siv }),
  ];
  await sitDown();
  expect(document.title).toBe('(1) Sovinto');
  backend.push({ type: 'message', conversation: 'c-2', message: message(3) });
  await settle();
  expect(document.title).toBe('(2) Sovinto');
  await click(/Mina/, 'tab');
  expect(
    within(rows()[0] as HTMLElement).getByRole('img', { name: 'Nytt meddelande' }),
  ).toBeTruthy();
});

test('the list of keys opens with ? and single keys can be turned off', async () => {
  backend.handoffs = [handoff()];
  await sitDown();
  await press('?');
  const dialog = screen.getByRole('dialog', { name: 'Tangenter' });
  expect(dialog.textContent).toContain('Lämna tillbaka till assistenten');
  // What the role does not open is no key of theirs.
  expect(dialog.textContent).not.toContain('Ge till en kollega');
  fireEvent.click(screen.getByLabelText('Använd enstaka tangenter'));
  await click('Klar');
  await press('j');
  expect(document.activeElement?.id).not.toBe('row-h-1');
  await click('Visa tangenter');
  fireEvent.click(screen.getByLabelText('Använd enstaka tangenter'));
});

const changed = (items: Handoff[], waiting: number): Frame => ({
  type: 'handoffs',
  conversation: items[0]?.conversation ?? '',
  items,
  counts: { demo: { waiting, taken: items.filter((it) => it.state === 'taken').length } },
});

test('a new one, a taken one and a crisis find their place without asking for the list', async () => {
  const [first, second] = ['h-1', 'h-2'].map((id, at) =>
    handoff({ id, conversation: `c-${id}`, debtor: id, created_at: `2026-11-21T09:0${at}:00Z` }),
  ) as [Handoff, Handoff];
  backend.handoffs = [first];
  await sitDown();
  backend.line.open();
  const before = waitingAsked().length;
  backend.push({ ...changed([second], 2), n: 5 });
  await settle();
  expect([row(0), row(1)].map((it) => it.slice(0, 3))).toEqual(['h-1', 'h-2']);
  backend.push({ ...changed([{ ...second, priority: 1 }], 2), n: 6 });
  await settle();
  expect(row(0)).toContain('h-2');
  backend.push({ ...changed([{ ...second, state: 'taken', taken_by: nora }], 1), n: 7 });
  await settle();
  expect(rows()).toHaveLength(1);
  expect(screen.getByRole('tab', { name: 'Väntar 1' })).toBeTruthy();
  expect(screen.getByRole('tab', { name: 'Tagna 1' })).toBeTruthy();
  expect(waitingAsked()).toHaveLength(before);
});

test('what comes twice counts once', async () => {
  backend.handoffs = [handoff()];
  await sitDown();
  backend.line.open();
  const second = handoff({ id: 'h-2', conversation: 'c-2', debtor: 'Maj' });
  backend.push({ ...changed([second], 2), n: 5 });
  backend.push({ ...changed([{ ...second, state: 'taken', taken_by: nora }], 1), n: 6 });
  backend.push({ ...changed([second], 2), n: 5 });
  await settle();
  expect(rows()).toHaveLength(1);
});

test('what comes together in one frame counts as if it came one by one', async () => {
  backend.handoffs = [handoff()];
  await sitDown();
  backend.line.open();
  const [second, third] = ['h-2', 'h-3'].map((id) =>
    handoff({ id, conversation: `c-${id}`, debtor: id, created_at: '2026-11-21T09:01:00Z' }),
  ) as [Handoff, Handoff];
  const frames = [
    { ...changed([second], 2), n: 5 },
    { ...changed([third], 3), n: 6 },
    { ...changed([{ ...second, state: 'taken' as const, taken_by: nora }], 2), n: 8 },
  ];
  backend.push({ type: 'several', frames });
  backend.push({ ...changed([second], 3), n: 7 });
  await settle();
  expect(rows()).toHaveLength(2);
  expect(row(1)).toContain('h-3');
});

test('where one sees only what one is trained for, what is for others stays away without asking', async () => {
  narrow({ fits: true });
  backend.user = { ...siv, speaks: ['sv'], not_trained_for: ['dispute'] };
  await sitDown();
  backend.line.open();
  const before = waitingAsked().length;
  const came = [
    handoff({ id: 'h-2', debtor: 'annat språk', language: 'fi' }),
    handoff({ id: 'h-3', debtor: 'bestrider', reason: 'dispute' }),
    handoff({ id: 'h-4', debtor: 'i fara', reason: 'dispute', priority: 1 }),
    handoff({ id: 'h-5', debtor: 'passar' }),
  ];
  came.forEach((one, at) => {
    backend.push({ ...changed([{ ...one, conversation: one.id }], at + 1), n: at + 1 });
  });
  await settle(400);
  expect([row(0), row(1)].map((it) => it.slice(0, 6))).toEqual(['i fara', 'passar']);
  expect(rows()).toHaveLength(2);
  expect(waitingAsked()).toHaveLength(before);
});

test('a line that was lost says what it had last and what is on the screen', async () => {
  vi.useFakeTimers();
  backend.handoffs = [handoff()];
  await sitDown('/console/conversations/c-1');
  backend.line.open();
  backend.push({ type: 'hello', epoch: 'abc', n: 3, anew: true });
  expect(backend.line.sent).toContainEqual({ type: 'looking', conversation: 'c-1' });
  backend.push({ type: 'queue', n: 9 });
  backend.line.lose();
  await settle(3000);
  const query = new URL(backend.line.address).searchParams;
  expect([query.get('epoch'), query.get('after'), query.get('looking')]).toEqual([
    'abc',
    '9',
    'c-1',
  ]);
  const before = backend.calls.length;
  backend.line.open();
  backend.push({ type: 'hello', epoch: 'abc', n: 9, anew: false });
  await settle(3000);
  expect(backend.calls.slice(before).filter((it) => it.path.startsWith('handoffs'))).toEqual([]);
});

test('g takes the best one that waits and opens it; a press without an answer asks for the same', async () => {
  backend.handoffs = [handoff()];
  const next = { ...handoff(), state: 'taken' as const, taken_by: siv };
  backend.pages['POST handoffs/next'] = () => {
    backend.handoffs = [next];
    return backend.detail('c-1');
  };
  backend.trouble['POST next'] = ['unreachable'];
  await sitDown();
  await press('g');
  expect(screen.getByRole('region', { name: 'Kö' }).textContent).toContain('Det gick inte');
  await press('g');
  expect(location.pathname).toBe('/console/conversations/c-1');
  const keys = backend.of('POST', 'handoffs/next').map((it) => it.headers['Idempotency-Key']);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(document.activeElement?.id).toBe('reply');
});

test('when nobody waits the backend says so beside the button', async () => {
  backend.trouble['POST next'] = [{ status: 409, detail: 'Ingen väntar på dig just nu.' }];
  await sitDown();
  await click('Ta nästa');
  expect(document.body.textContent).toContain('Ingen väntar på dig just nu.');
});

test('the lists are narrowed, and that is seen and undone', async () => {
  backend.pages['GET handoffs/choices'] = () => ({
    clients: [handoff().client, { id: 'demo-two', name: 'Björkmobil', colour: '#3a4d8f' }],
    languages: ['fi', 'sv'],
    reasons: ['crisis', 'dispute'],
    skills: [],
  });
  await sitDown();
  await click('Begränsa listorna');
  fireEvent.change(await screen.findByLabelText('Språk'), { target: { value: 'fi' } });
  await settle();
  expect(waitingAsked().at(-1)?.path).toContain('language=fi');
  expect(document.body.textContent).toContain('Inget passar in');
  await click('Visa alla');
  expect(waitingAsked().at(-1)?.path).not.toContain('language');
});

test('a list that is longer than its first page shows all its places and fetches what comes in sight', async () => {
  const all = Array.from({ length: 150 }, (_, at) =>
    handoff({ id: `h-${at}`, conversation: `c-${at}`, debtor: `Rad ${at}` }),
  );
  const counts = { waiting: 150, mine: 0, taken: 0 };
  backend.pages['GET handoffs'] = ({ query }) => {
    const from = all.findIndex((it) => it.id === query.get('after')) + 1;
    return { items: all.slice(from, from + Number(query.get('limit'))), total: 150, counts };
  };
  const desk = await sitDown();
  expect(rows()[0]?.getAttribute('aria-setsize')).toBe('150');
  expect(desk.queue.items.value).toHaveLength(100);
  await desk.queue.reach(95);
  expect(desk.queue.items.value).toHaveLength(150);
});

test('one says that one is away, and hears that it is so', async () => {
  let state = 'available';
  backend.pages['GET duty'] = () => ({ state, until: null });
  backend.pages['PUT duty'] = ({ body }) => {
    state = String(body?.state);
    return { state, until: null };
  };
  await sitDown();
  await press('w');
  expect(backend.of('PUT', 'duty')[0]?.body).toEqual({ state: 'away' });
  expect(screen.getByRole('button', { name: /^Borta/ })).toBeTruthy();
});

test('a wrap-up counts down and ends by itself', async () => {
  const until = new Date(Date.now() + 1500).toISOString();
  backend.pages['GET duty'] = () => ({ state: 'wrap_up', until });
  await sitDown();
  expect(screen.getByRole('button', { name: /^Efterarbete/ })).toBeTruthy();
  expect(await screen.findByRole('button', { name: /^Tillgänglig/ })).toBeTruthy();
});

test('what a leader has given, and what a colleague has taken over, is said wherever one looks', async () => {
  backend.handoffs = [handoff()];
  await sitDown();
  backend.line.open();
  backend.push({
    type: 'passed',
    conversation: 'c-1',
    by: 'Vidar Gran',
    to: 'Siv',
    mine: true,
    n: 4,
  });
  await settle();
  expect(document.body.textContent).toContain('Vidar Gran har gett dig ett samtal.');
  backend.push({ type: 'passed', conversation: 'c-1', by: 'Nora', to: 'Nora', mine: false, n: 5 });
  await settle();
  expect(document.body.textContent).not.toContain('har gett dig');
  expect(document.body.textContent).toContain('Nora har tagit över ett samtal från dig.');
  await click('Öppna', 'link');
  expect(document.body.textContent).not.toContain('har tagit över ett samtal');
});
