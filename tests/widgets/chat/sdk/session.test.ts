import { Session } from '@sovinto/chat/sdk/session.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Backend } from '../backend.ts';
import { token } from '../wire.ts';

const API = 'https://backend.example';
let backend: Backend;

const visit = (given: { token?: string | null; language?: string | null } = {}) =>
  new Session(API, { client: 'demo', token: null, language: null, ...given });

const texts = (session: Session) =>
  session.dialogue.transcript.messages.value.map((message) => message.text);

const settle = (ms = 1) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  backend = new Backend();
});

afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

describe('beginning', () => {
  test('however often and fast it is opened, there is one greeting', async () => {
    const session = visit();
    await Promise.all([session.start(), session.start()]);
    await session.start();
    await settle();
    expect(backend.begun).toBe(1);
    expect(texts(session)).toEqual(['Hej, jag är Sovinto, en automatisk assistent.']);
  });

  test('the payment page’s token and language go along, and never in an address', async () => {
    const secret = token({ case: 'SE-1001' });
    const session = visit({ token: secret, language: 'fi' });
    await session.start();
    await settle();
    expect(backend.calls[0]?.body).toEqual({ client: 'demo', token: secret, language: 'fi' });
    expect(session.dialogue.language.value).toBe('fi');
    for (const { path } of backend.calls) expect(path).not.toContain(secret);
    expect(backend.line.address).toBe('wss://backend.example/api/chat/conversations/c1/live');
    expect(backend.line.heard[0]).toEqual({ type: 'hello', access_token: 'key-c1', after: 1 });
  });

  test('a token that is too old lets the visitor in as not identified', async () => {
    backend.refuseTokens = true;
    const session = visit({ token: token({ case: 'SE-1001' }) });
    await session.start();
    expect(session.phase.value).toBe('ready');
    expect(session.dialogue.identified.value).toBe(false);
  });

  test('a backend that is down is admitted, tried again, and found when it is back', async () => {
    backend.down = true;
    const session = visit();
    await session.start();
    expect(session.phase.value).toBe('failed');
    backend.down = false;
    await settle(2000);
    expect(session.phase.value).toBe('ready');
    expect(backend.begun).toBe(1);
  });

  test('what is written before there is a conversation is sent once there is one', async () => {
    backend.down = true;
    const session = visit();
    session.send('Hej');
    await settle();
    backend.down = false;
    await settle(2000);
    expect(backend.sent).toHaveLength(1);
    expect(texts(session)).toEqual(['Hej, jag är Sovinto, en automatisk assistent.', 'Hej']);
  });
});

describe('a reload', () => {
  test('keeps the conversation', async () => {
    await visit().start();
    backend.store({ text: 'En rad till' });
    const session = visit();
    await session.start();
    expect(backend.begun).toBe(1);
    expect(texts(session)).toContain('En rad till');
  });

  test('is told to the backend, which may have something to say after a pause', async () => {
    await visit().start();
    await visit().start();
    const visits = backend.calls.filter((it) => it.path.endsWith('/visits'));
    expect(visits.map(({ method, path }) => [method, path])).toEqual([
      ['POST', 'conversations/c1/visits'],
    ]);
  });

  test('begins anew without a word when the conversation is gone', async () => {
    await visit().start();
    backend.conversation = null;
    const session = visit();
    await session.start();
    expect(backend.begun).toBe(2);
    expect(session.notice.value).toBeNull();
  });

  test('does not begin another one while the backend is away', async () => {
    await visit().start();
    backend.down = true;
    const session = visit();
    await session.start();
    expect(session.phase.value).toBe('failed');
    backend.down = false;
    await settle(2000);
    expect(backend.begun).toBe(1);
  });

  test('keeps what was being written and what was not sent, under the same id', async () => {
    const first = visit();
    await first.start();
    backend.down = true;
    first.send('Hallå');
    first.keepDraft('Jag undrar');
    await settle();
    const id = first.outbox.pending.value[0]?.id;
    backend.down = false;
    const second = visit();
    expect(second.draft.value).toBe('Jag undrar');
    await second.start();
    await settle();
    expect(new Set(backend.sent.map((it) => it.id))).toEqual(new Set([id]));
    expect(texts(second).filter((text) => text === 'Hallå')).toHaveLength(1);
  });
});

describe('who it is', () => {
  test('another case on the same device never sees the first one’s conversation', async () => {
    await visit({ token: token({ case: 'SE-1001' }) }).start();
    const other = visit({ token: token({ case: 'SE-2002' }) });
    await other.start();
    expect(backend.begun).toBe(2);
    const third = visit();
    await third.start();
    expect(third.dialogue.transcript.messages.value).toHaveLength(1);
  });

  test('signing in on another page goes on with the conversation begun before', async () => {
    await visit().start();
    const session = visit({ token: token({ case: 'SE-1001' }) });
    await session.start();
    expect(backend.begun).toBe(1);
    expect(session.dialogue.identified.value).toBe(true);
    expect(texts(session)).toContain('Nu vet jag vem du är.');
  });

  test('a page that identifies later goes on with the same conversation', async () => {
    const session = visit();
    await session.start();
    await session.identify(token({ case: 'SE-1001' }));
    expect(session.dialogue.identified.value).toBe(true);
    expect(backend.begun).toBe(1);
  });

  test('a token for somebody else begins a new one and drops what was written', async () => {
    const session = visit({ token: token({ case: 'SE-1001' }) });
    await session.start();
    session.keepDraft('Mitt');
    await session.identify(token({ case: 'SE-2002' }));
    expect(backend.begun).toBe(2);
    expect(session.draft.value).toBe('');
  });

  test('nothing is kept outside of the tab', async () => {
    await visit({ token: token({ case: 'SE-1001' }) }).start();
    expect(localStorage.length).toBe(0);
    expect(document.cookie).toBe('');
  });
});
