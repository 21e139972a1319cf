import {
  answerStart,
  liveButtonsOf,
  stampBefore,
  startsGroup,
  wasOffered,
} from '@sovinto/chat/ui/order.ts';
import { describe, expect, test } from 'vitest';
import { message } from '../wire.ts';

const buttons = [{ title: 'Dela upp', payload: '/plan' }];
const agreed = {
  type: 'plan' as const,
  status: 'agreed' as const,
  instalment: 54000,
  instalments: 9,
  total: 486000,
  currency: 'SEK',
  schedule: [],
};

describe('buttons', () => {
  test('only the last message that offers any takes a press', () => {
    const said = [
      message({ id: 'a', buttons }),
      message({ id: 'b', buttons }),
      message({ id: 'c' }),
    ];
    expect(liveButtonsOf(said, 'bot')).toEqual({ id: 'b', identifyOnly: false });
  });

  test('an offer is spent once a plan is agreed', () => {
    const said = [message({ id: 'a', buttons }), message({ id: 'b', card: agreed })];
    expect(liveButtonsOf(said, 'bot')?.identifyOnly).toBe(true);
  });

  test('what the assistant offered is spent once a person has the word', () => {
    const said = [message({ id: 'a', buttons }), message({ id: 'b', sender: 'agent' })];
    expect(liveButtonsOf(said, 'agent')?.identifyOnly).toBe(true);
  });

  test('what is offered while waiting can be pressed', () => {
    const said = [
      message({ id: 'a' }),
      message({ id: 'b', buttons }),
      message({ id: 'c', sender: 'debtor' }),
    ];
    expect(liveButtonsOf(said, 'queue')).toEqual({ id: 'b', identifyOnly: false });
  });

  test('nothing can be pressed in a conversation that has ended', () => {
    expect(liveButtonsOf([message({ buttons })], 'closed')).toBeNull();
  });
});

describe('buttons within one answer', () => {
  const at = (second: number, more = {}) =>
    message({ at: new Date(Date.UTC(2026, 10, 21, 12, 0, second)).toISOString(), ...more });

  test('were never offered where the same answer went on to others', () => {
    const said = [at(0, { buttons }), at(0), at(1, { buttons })];
    expect(wasOffered(said, 0)).toBe(false);
    expect(wasOffered(said, 2)).toBe(true);
  });

  test('were offered where the answer ended without others', () => {
    expect(wasOffered([at(0, { buttons }), at(1)], 0)).toBe(true);
  });

  test('were offered where the debtor has answered, or time has passed', () => {
    const answered = [at(0, { buttons }), at(1, { sender: 'debtor' }), at(1, { buttons })];
    expect(wasOffered(answered, 0)).toBe(true);
    expect(wasOffered([at(0, { buttons }), at(30, { buttons })], 0)).toBe(true);
  });
});

describe('time stamps', () => {
  const at = (clock: string) => message({ at: new Date(`2026-11-21T${clock}`).toISOString() });
  const now = new Date('2026-11-21T13:00:00');

  test('stand where a pause was longer than five minutes, not on each line', () => {
    expect(stampBefore(at('12:00:00'), at('12:05:00'), now)).toBe(false);
    expect(stampBefore(at('12:00:00'), at('12:05:01'), now)).toBe(true);
  });

  test('stand where another day begins, however short the pause', () => {
    const before = message({ at: new Date('2026-11-20T23:59:00').toISOString() });
    expect(stampBefore(before, at('00:01:00'), now)).toBe(true);
  });

  test('stand before a conversation of another day, not before one of today', () => {
    expect(stampBefore(undefined, at('12:00:00'), now)).toBe(false);
    expect(stampBefore(undefined, at('12:00:00'), new Date('2026-11-22T09:00:00'))).toBe(true);
  });
});

test('a group begins where the speaker changes, also from one agent to another', () => {
  const siri = message({ sender: 'agent', name: 'Siri' });
  expect(startsGroup(undefined, siri)).toBe(true);
  expect(startsGroup(siri, { ...siri, id: 'next' })).toBe(false);
  expect(startsGroup(siri, { ...siri, name: 'Ask' })).toBe(true);
});

describe('an answer of several messages', () => {
  const said = (sender: 'debtor' | 'assistant', second: number) =>
    message({ sender, at: `2026-11-21T10:00:${String(second).padStart(2, '0')}Z` });

  test('begins at the first of those that came together', () => {
    const messages = [said('assistant', 0), said('debtor', 1), said('assistant', 1)];
    expect(answerStart([...messages, said('assistant', 2)])).toBe(2);
  });

  test('is another one after a pause', () => {
    expect(answerStart([said('assistant', 0), said('assistant', 30)])).toBe(1);
  });
});
