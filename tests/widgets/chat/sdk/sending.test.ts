import { Session } from '@sovinto/chat/sdk/session.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Backend } from '../backend.ts';

let backend: Backend;
let session: Session;

const texts = () => session.dialogue.transcript.messages.value.map((message) => message.text);
const settle = (ms = 1) => vi.advanceTimersByTimeAsync(ms);

beforeEach(async () => {
  vi.useFakeTimers();
  sessionStorage.clear();
  backend = new Backend();
  backend.greeting = [{ text: 'Hej' }];
  session = new Session('https://backend.example', { client: 'demo', token: null, language: null });
  await session.start();
  await settle();
});

afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

describe('a message', () => {
  test('stands before its answers, each once, however they arrive', async () => {
    backend.answers.saldo = {
      messages: [{ text: 'Du har att betala.' }, { text: 'Vill du dela upp?' }],
    };
    session.send('saldo');
    await settle();
    for (const stored of backend.stored) backend.line.tell({ type: 'message', message: stored });
    expect(texts()).toEqual(['Hej', 'saldo', 'Du har att betala.', 'Vill du dela upp?']);
    expect(session.outbox.pending.value).toEqual([]);
  });

  test('of a button carries its title and its payload', async () => {
    session.send('Dela upp', '/plan');
    await settle();
    expect(backend.sent[0]).toMatchObject({ text: 'Dela upp', payload: '/plan' });
  });

  test('that got lost is sent again with the same id until it is stored', async () => {
    backend.down = true;
    session.send('Hallå');
    await settle(4000);
    expect(session.reach.offline.value).toBe(true);
    expect(session.outbox.pending.value).toHaveLength(1);
    backend.down = false;
    await settle(30000);
    expect(backend.sent.length).toBeGreaterThan(2);
    expect(new Set(backend.sent.map((it) => it.id)).size).toBe(1);
    expect(texts()).toEqual(['Hej', 'Hallå']);
    expect(session.reach.offline.value).toBe(false);
  });

  test('goes at once when the network is back, without waiting for the backoff', async () => {
    backend.down = true;
    session.send('Hallå');
    await settle(9000);
    backend.down = false;
    window.dispatchEvent(new Event('online'));
    await settle(10);
    expect(texts()).toEqual(['Hej', 'Hallå']);
  });

  test('waits for the one before it, so that the order holds', async () => {
    let answer: (value: object) => void = () => undefined;
    backend.answers.ett = () => new Promise((resolve) => (answer = resolve));
    session.send('ett');
    session.send('två');
    await settle();
    expect(backend.sent.map((it) => it.text)).toEqual(['ett']);
    answer({});
    await settle();
    expect(backend.sent.map((it) => it.text)).toEqual(['ett', 'två']);
  });

  test('that the backend keeps refusing stays in the list until the debtor tries again', async () => {
    backend.answers.hej = { status: 503, detail: 'Vi kan inte ta emot just nu.' };
    session.send('hej');
    await settle(10000);
    expect(session.outbox.pending.value[0]).toMatchObject({
      state: 'refused',
      detail: 'Vi kan inte ta emot just nu.',
    });
    const { id } = session.outbox.pending.value[0] ?? {};
    backend.answers = {};
    session.outbox.retry(String(id));
    await settle();
    expect(texts()).toEqual(['Hej', 'hej']);
    expect(backend.sent.at(-1)?.id).toBe(id);
  });

  test('to a conversation that has ended goes back to where it was written', async () => {
    backend.answers.sent = { status: 409, detail: 'Samtalet är avslutat.' };
    session.send('sent');
    await settle();
    expect(session.dialogue.mode.value).toBe('closed');
    expect(session.draft.value).toBe('sent');
    expect(session.notice.value).toBe('Samtalet är avslutat.');
    expect(session.outbox.pending.value).toEqual([]);
  });

  test('to a conversation that is gone goes into a new one', async () => {
    backend.conversation = null;
    session.send('Är du kvar?');
    await settle(10);
    expect(backend.begun).toBe(2);
    expect(texts()).toEqual(['Hej', 'Är du kvar?']);
  });
});
