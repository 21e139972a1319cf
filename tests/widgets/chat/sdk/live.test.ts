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

describe('the live line', () => {
  test('comes back by itself and brings what was missed', async () => {
    backend.line.break();
    backend.store({ sender: 'agent', name: 'Siri', text: 'Hej, Siri här.' });
    await settle(2000);
    expect(backend.sockets).toHaveLength(2);
    expect(backend.line.heard[0]).toMatchObject({ after: 1 });
    expect(texts()).toEqual(['Hej', 'Hej, Siri här.']);
  });

  test('asks again for what an overtaking answer has left out', async () => {
    backend.line.break();
    backend.store({ sender: 'agent', text: 'Missad rad' });
    backend.answers.hej = { messages: [{ text: 'Svar' }] };
    session.send('hej');
    await settle();
    expect(texts()).not.toContain('Missad rad');
    await settle(2000);
    expect(backend.line.heard[0]).toMatchObject({ after: 1 });
    expect(texts()).toEqual(['Hej', 'Missad rad', 'hej', 'Svar']);
  });

  test('that no network lets through is made up for by fetching', async () => {
    backend.socketsDown = true;
    backend.line.break();
    backend.store({ sender: 'agent', text: 'Hej, Siri här.' });
    await settle(5000);
    expect(texts()).toContain('Hej, Siri här.');
    expect(session.reach.offline.value).toBe(false);
  });

  test('that has died without a word is noticed by its silence', async () => {
    await settle(60_001);
    expect(backend.sockets).toHaveLength(2);
  });

  test('stays as long as it is heard from', async () => {
    for (let i = 0; i < 4; i += 1) {
      await settle(25_000);
      backend.line.tell({ type: 'ping' });
    }
    expect(backend.sockets).toHaveLength(1);
  });

  test('waits longer after each failure', async () => {
    backend.down = true;
    backend.line.break();
    await settle(60_000);
    const tries = backend.sockets.length;
    expect(tries).toBeGreaterThan(4);
    expect(tries).toBeLessThan(9);
  });

  test('that says the conversation is gone begins a new one', async () => {
    backend.line.break(4404);
    await settle(10);
    expect(backend.begun).toBe(2);
  });

  test('tells of mode, language and typing', async () => {
    backend.line.tell({ type: 'mode', mode: 'agent' });
    backend.line.tell({ type: 'language', language: 'fi' });
    backend.line.tell({ type: 'typing', sender: 'agent' });
    expect(session.dialogue.mode.value).toBe('agent');
    expect(session.dialogue.language.value).toBe('fi');
    expect(session.dialogue.typing.who.value).toBe('agent');
    await settle(6001);
    expect(session.dialogue.typing.who.value).toBeNull();
  });

  test('tells an agent that the debtor is writing, now and then', async () => {
    session.tellTyping();
    backend.line.tell({ type: 'mode', mode: 'agent' });
    session.tellTyping();
    session.tellTyping();
    expect(backend.line.heard.filter((frame) => frame.type === 'typing')).toHaveLength(1);
    await settle(3001);
    session.tellTyping();
    expect(backend.line.heard.filter((frame) => frame.type === 'typing')).toHaveLength(2);
  });

  test('survives a frame that it cannot read', () => {
    backend.line.onmessage?.({ data: 'not json' });
    backend.line.onmessage?.({ data: '{"type":"tomorrow"}' });
    expect(texts()).toEqual(['Hej']);
  });
});
