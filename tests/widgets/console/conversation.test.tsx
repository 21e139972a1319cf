import type { Card } from '@sovinto/ui/wire.ts';
import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Backend } from './backend.ts';
import { box, click, leave, log, press, settle, sitDown, write } from './desk.tsx';
import { detail, handoff, message, nora, siv } from './wire.ts';

const HERE = '/console/conversations/c-1';
let backend: Backend;
beforeEach(() => {
  backend = new Backend();
  backend.handoffs = [
    handoff(),
    handoff({ id: 'h-2', conversation: 'c-2', debtor: 'Asta Rødhals' }),
  ];
});
afterEach(() => {
  leave();
  vi.useRealTimers();
});

test('the transcript shows who said what, and what was understood beside it', async () => {
  await sitDown(HERE);
  expect(log()).toContain('Hej. Jag är en automatisk assistent.');
  expect(log()).toContain('föreslår villkor');
  expect(log()).toMatch(/88\s%/);
  expect(log()).toContain('belopp 200');
});

test('a line that was not recognised says so', async () => {
  const understood = { intent: null, confidence: null, entities: [] };
  backend.details['c-1'] = { messages: [message(1, { understood })] };
  await sitDown(HERE);
  expect(log()).toContain('Inget uppfattat');
});

test('addresses that our side wrote are links, safely; a debtor’s stay text', async () => {
  const text = 'Se https://bjorkhuset.example/x <b>nu</b> javascript:alert(1).';
  backend.details['c-1'] = {
    messages: [message(1, { sender: 'assistant', text }), message(2, { sender: 'debtor', text })],
  };
  await sitDown(HERE);
  const links = [...document.querySelectorAll('.line-text a')];
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://bjorkhuset.example/x']);
  expect(links[0]?.getAttribute('rel')).toContain('noopener noreferrer');
  expect(links[0]?.getAttribute('target')).toBe('_blank');
  expect(log()).toContain('<b>nu</b> javascript:alert(1)');
});

test('a file that the debtor sent is one line, and is saved rather than opened', async () => {
  const card: Card = { type: 'attachment', id: 'f 1', kind: 'jpeg', size: 1_400_000 };
  backend.details['c-1'] = { messages: [message(1, { sender: 'debtor', text: 'Kvitto', card })] };
  await sitDown(HERE);
  expect(log().replace(/\s/g, ' ')).toContain('Bild · 1,4 MB');
  const link = within(screen.getByRole('log')).getByRole('link', { name: 'Spara filen' });
  expect(link.getAttribute('href')).toBe('/api/staff/conversations/c-1/attachments/f%201');
  expect(link.hasAttribute('download')).toBe(true);
});

test('the digits of a bar code that the debtor was shown are there to read out', async () => {
  const text = '437159030000007760000122500000000000000000011112161221';
  const card: Card = {
    type: 'payment',
    amount: 1225,
    currency: 'EUR',
    reference: '11112',
    account: 'FI37 1590 3000 0007 76',
    account_label: 'iban',
    payee: 'Koivuranta Perintä',
    due: '2026-12-21',
    codes: [
      { kind: 'epc_qr', text: null, rows: ['10', '01'] },
      { kind: 'virtual_bar_code', text, rows: null },
    ],
  };
  backend.details['c-1'] = { messages: [message(1, { card })] };
  await sitDown(HERE);
  expect(log()).toContain(` · ${text}`);
});

test('when somebody is called is told by the clock of the client', async () => {
  const at = '2026-11-25T10:01:00Z';
  const of = detail(handoff()).conversation;
  const client = { ...of.client, zone: 'Pacific/Kiritimati' };
  backend.details['c-1'] = {
    conversation: { ...of, client },
    messages: [message(1, { card: { type: 'callback', reference: 'H-1', at } })],
  };
  await sitDown(HERE);
  expect(log()).toMatch(/00:01 \p{L}+/u);
});

test('what was understood can be put away', async () => {
  await sitDown(HERE);
  fireEvent.click(screen.getByLabelText('Visa vad som uppfattats'));
  await settle();
  expect(log()).not.toContain('föreslår villkor');
  fireEvent.click(screen.getByLabelText('Visa vad som uppfattats'));
});

test('nobody can write before taking over; t takes, and the box has the focus', async () => {
  await sitDown(HERE);
  expect(screen.queryByLabelText('Ditt svar')).toBeNull();
  await press('t');
  await settle();
  expect(backend.of('POST', 'c-1/take')).toHaveLength(1);
  expect(document.activeElement).toBe(box());
});

test('two agents press take: the other is told who has it', async () => {
  await sitDown(HERE);
  backend.take('c-1', nora);
  await click('Ta över');
  expect(document.body.textContent).toContain('Nora Gråtrost har precis tagit samtalet');
  expect(screen.queryByLabelText('Ditt svar')).toBeNull();
});

test('a conversation that somebody else takes while it is open says so at once', async () => {
  await sitDown(HERE);
  backend.take('c-1', nora);
  backend.push({ type: 'mode', conversation: 'c-1', mode: 'agent' });
  await settle();
  expect(document.body.textContent).toContain('Nora Gråtrost har precis tagit samtalet');
});

test('one that a colleague has had all along says who has it', async () => {
  backend.take('c-1', nora);
  await sitDown(HERE);
  expect(document.body.textContent).toContain('Nora Gråtrost har samtalet. Du kan läsa med.');
});

test('a message is shown at once and stands there once when it comes back twice', async () => {
  backend.take('c-1', siv);
  await sitDown(HERE);
  await write('Hej, jag heter Siv.');
  fireEvent.keyDown(box(), { key: 'Enter', metaKey: true });
  expect(box().value).toBe('');
  await settle();
  const [sent] = backend.stored;
  if (sent) backend.push({ type: 'message', conversation: 'c-1', message: sent });
  await settle();
  expect(log().split('Hej, jag heter Siv.')).toHaveLength(2);
});

test('Enter alone is a new line', async () => {
  backend.take('c-1', siv);
  await sitDown(HERE);
  await write('rad');
  fireEvent.keyDown(box(), { key: 'Enter' });
  await settle();
  expect(backend.of('POST', 'messages')).toHaveLength(0);
});

test('a message that fails is sent again with the same id and stored once', async () => {
  vi.useFakeTimers();
  backend.take('c-1', siv);
  await sitDown(HERE);
  backend.trouble = { 'POST messages': ['unreachable', { status: 503, detail: '' }] };
  await write('hej');
  fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true });
  await settle();
  expect(log()).toContain('Inte skickat än. Försöker igen.');
  expect(document.body.textContent).toContain('Ingen anslutning');
  await settle(10_000);
  const ids = new Set(backend.of('POST', 'messages').map(({ body }) => body?.id));
  expect(backend.of('POST', 'messages')).toHaveLength(3);
  expect(ids.size).toBe(1);
  expect(backend.stored).toHaveLength(1);
  expect(log()).not.toContain('Inte skickat');
});

test('what was sent and not confirmed survives a reload of the page, once', async () => {
  backend.take('c-1', siv);
  await sitDown(HERE);
  backend.trouble = { 'POST messages': ['unreachable'] };
  await write('hej');
  fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true });
  await settle();
  await sitDown('/console/queue', { sameTab: true });
  expect(backend.stored.map(({ text }) => text)).toEqual(['hej']);
});

test('a refused message says why and can go back into the box', async () => {
  backend.take('c-1', siv);
  await sitDown(HERE);
  backend.trouble = { 'POST messages': [{ status: 409, detail: 'Nora har nu samtalet.' }] };
  await write('hej');
  fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true });
  await vi.waitFor(() => expect(log()).toContain('Inte skickat. Nora har nu samtalet.'));
  await click('Ändra texten');
  expect(box().value).toBe('hej');
  expect(log()).not.toContain('Inte skickat');
});

test('text that was not sent waits in its own conversation', async () => {
  for (const id of ['c-1', 'c-2']) backend.take(id, siv);
  await sitDown(HERE);
  await write('till Björn');
  await click(/Mina/, 'tab');
  await click(/Asta/, 'link');
  expect(box().value).toBe('');
  await click(/Björn/, 'link');
  expect(box().value).toBe('till Björn');
});

test('the debtor is seen typing, and is told that the agent types', async () => {
  backend.take('c-1', siv);
  await sitDown(HERE);
  backend.line.open();
  backend.push({ type: 'typing', conversation: 'c-1', sender: 'debtor' });
  await settle();
  expect(log()).toContain('Björn Talgoxe skriver');
  backend.push({ type: 'message', conversation: 'c-1', message: message(3) });
  await settle();
  expect(log()).not.toContain('skriver');
  await write('h');
  await write('he');
  const typing = { type: 'typing', conversation: 'c-1' };
  expect(backend.line.sent.slice(1)).toEqual([typing]);
});

test('who reads further up is left there, and told of new messages', async () => {
  await sitDown(HERE);
  const pane = screen.getByRole('log');
  Object.defineProperties(pane, {
    scrollHeight: { value: 2000, configurable: true },
    clientHeight: { value: 400, configurable: true },
  });
  pane.scrollTop = 100;
  fireEvent.scroll(pane);
  backend.stored.push(message(3));
  backend.push({ type: 'message', conversation: 'c-1', message: message(3) });
  await settle();
  expect(pane.scrollTop).toBe(100);
  await click('1 nytt meddelande');
  expect(pane.scrollTop).toBe(2000);
});

test('a conversation that is not there gives a way back', async () => {
  await sitDown('/console/conversations/c-9');
  expect(document.body.textContent).toContain('Samtalet finns inte här');
  await click('Tillbaka till listan', 'link');
  expect(location.pathname).toBe('/console/queue');
});

test('one that cannot be loaded can be tried again', async () => {
  await sitDown();
  backend.trouble = { 'GET c-1': ['unreachable'] };
  await click(/Björn/, 'link');
  expect(document.body.textContent).toContain('Samtalet kunde inte hämtas');
  await click('Försök igen');
  expect(log()).toContain('Hej. Jag är en automatisk assistent.');
});

test('taking over from a colleague is asked first, and takes it from nobody else', async () => {
  backend.handoffs = [handoff({ state: 'taken', taken_by: nora })];
  backend.pages['POST conversations/c-1/take-over'] = () => {
    backend.handoffs = [handoff({ state: 'taken', taken_by: siv })];
    return backend.detail('c-1');
  };
  await sitDown('/console/conversations/c-1');
  await press('t');
  expect(screen.getByRole('dialog').textContent).toContain('Ta över från Nora Gråtrost?');
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Ta över' }));
  await settle();
  expect(backend.of('POST', 'take-over')[0]?.body).toEqual({ holder: nora.id });
  expect(box()).toBeTruthy();
});

test('who else looks is named, and that the colleague who has it writes', async () => {
  backend.handoffs = [handoff({ state: 'taken', taken_by: nora })];
  await sitDown('/console/conversations/c-1');
  backend.line.open();
  backend.push({
    type: 'lookers',
    conversation: 'c-1',
    who: [nora, { id: 'u-maj', name: 'Maj Ek' }],
  });
  backend.push({ type: 'typing', conversation: 'c-1', sender: 'agent' });
  await settle();
  expect(document.body.textContent).toContain('Också här: Maj Ek');
  expect(log()).toContain('Nora Gråtrost skriver');
  backend.push({ type: 'lookers', conversation: 'c-1', who: [] });
  await settle();
  expect(document.body.textContent).not.toContain('Också här');
});

test('a leader gives a conversation to somebody who is at work for its client', async () => {
  backend.user = { ...siv, permissions: ['queue.work', 'queue.lead'] };
  backend.handoffs = [handoff()];
  const person = { role: 'agent', speaks: [], skills: [], until: null, since: '', here: true };
  backend.pages['GET team'] = () => ({
    people: [
      { ...person, id: 'u-1', name: 'Maj Ek', clients: ['demo'], state: 'available', holds: 2 },
      { ...person, id: 'u-2', name: 'Åke Alm', clients: ['demo'], state: 'wrap_up', holds: 1 },
      { ...person, id: 'u-3', name: 'Borta', clients: ['demo'], state: 'away', holds: 0 },
      { ...person, id: 'u-4', name: 'Annan', clients: ['x'], state: 'available', holds: 0 },
    ],
    waits: [],
  });
  backend.pages['POST conversations/c-1/assign'] = () => undefined;
  await sitDown('/console/conversations/c-1');
  await press('s');
  const dialog = within(screen.getByRole('dialog'));
  const names = dialog.getAllByRole('radio').map((it) => it.closest('label')?.textContent ?? '');
  expect(names.map((it) => it.slice(0, 6))).toEqual(['Åke Al', 'Maj Ek']);
  fireEvent.click(dialog.getByLabelText(/Maj Ek/));
  await settle();
  fireEvent.click(dialog.getByRole('button', { name: 'Ge' }));
  await settle();
  expect(backend.of('POST', 'assign')[0]?.body).toEqual({ to: 'u-1' });
});

test('a line that waits for the debtor says so until it is sent', async () => {
  const waits = { state: 'waiting', why: 'window', hours: 24 } as const;
  const said = message(1, { sender: 'agent', name: 'Nora', text: 'Hej!', undelivered: waits });
  const there = { ...detail(handoff()).conversation, channel: 'whatsapp' };
  backend.details['c-1'] = { conversation: there, messages: [said] };
  await sitDown(HERE);
  expect(log()).toContain(
    'Väntar tills Björn Talgoxe skriver igen. WhatsApp låter företag skriva i 24 timmar',
  );
  backend.push({ type: 'delivery', conversation: 'c-1', message: 'm-1', undelivered: null });
  await settle();
  expect(log()).toContain('Hej!');
  expect(log()).not.toContain('Väntar tills');
});

test('a line that failed for good says why, as soon as it is known', async () => {
  backend.details['c-1'] = { messages: [message(1, { sender: 'agent', name: 'Nora' })] };
  await sitDown(HERE);
  const undelivered = { state: 'failed', why: 'unreachable', hours: null } as const;
  backend.push({ type: 'delivery', conversation: 'c-1', message: 'm-1', undelivered });
  await settle();
  expect(log()).toContain('Inte levererat. Numret finns inte längre, eller har blockerat oss.');
});
