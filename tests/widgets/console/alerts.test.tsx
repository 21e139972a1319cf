import type { Desk } from '@sovinto/console/desk.ts';
import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, settle, sitDown } from './desk.tsx';
import { handoff, message, siv } from './wire.ts';

interface Shown {
  title: string;
  body: string;
  tag: string;
}

let backend: Backend;
let shown: Shown[];
let tones: number;
let permission: NotificationPermission;
beforeEach(() => {
  localStorage.clear();
  shown = [];
  tones = 0;
  permission = 'granted';
  vi.stubGlobal(
    'Notification',
    class {
      static get permission() {
        return permission;
      }
      static requestPermission = async () => permission;
      constructor(title: string, options: { body: string; tag: string }) {
        shown.push({ title, ...options });
      }
    },
  );
  vi.stubGlobal(
    'AudioContext',
    class {
      currentTime = 0;
      destination = {};
      resume = async () => undefined;
      createGain = () => ({
        gain: { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined },
        connect: () => undefined,
      });
      createOscillator = () => {
        tones += 1;
        return {
          frequency: { value: 0 },
          connect: (next: unknown) => next,
          start: () => undefined,
          stop: () => undefined,
        };
      };
    },
  );
  vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  backend = new Backend();
});
afterEach(() => {
  leave();
  vi.restoreAllMocks();
});

const counts = { waiting: 1, mine: 0, taken: 0 };
const somebodyWaits = async (desk: Desk, id = 'h-9', seconds = 1) => {
  const items = [handoff({ id, conversation: `c-${id}`, waiting_seconds: seconds })];
  desk.live.open.value = true;
  backend.push({ type: 'handoffs', conversation: `c-${id}`, items, counts } as never);
  await settle();
};
const turnOn = async () => {
  await click('Ljud och aviseringar');
  fireEvent.click(screen.getByLabelText(/Visa en avisering/));
  await settle();
};
const sitting = async () => {
  const desk = await sitDown();
  backend.line.open();
  return desk;
};

test('somebody new who waits is told of by a sound, and by a notification once it is turned on', async () => {
  const desk = await sitting();
  await somebodyWaits(desk);
  expect([tones > 0, shown]).toEqual([true, []]);
  await turnOn();
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
  await somebodyWaits(desk, 'h-10');
  expect(shown).toHaveLength(1);
});

test('a notification says nothing of who, of whose or of what', async () => {
  const desk = await sitting();
  await turnOn();
  await somebodyWaits(desk);
  expect(shown[0]).toMatchObject({ title: 'Sovinto', body: 'Någon väntar.' });
  const said = JSON.stringify(shown);
  for (const hint of ['Björn', 'Talgoxe', 'Norrsken', 'SE-1001', 'kr', '200'])
    expect(said).not.toContain(hint);
});

test('a message in a conversation of mine that I do not look at is told of', async () => {
  backend.handoffs = [handoff({ state: 'taken', taken_by: siv })];
  await sitting();
  await turnOn();
  backend.push({ type: 'message', conversation: 'c-1', message: message(7, { text: 'hemligt' }) });
  await settle();
  expect(shown[0]?.body).toBe('Du har ett nytt meddelande.');
  expect(JSON.stringify(shown)).not.toContain('hemligt');
});

test('who looks at the console gets no notification', async () => {
  const desk = await sitting();
  await turnOn();
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  await somebodyWaits(desk);
  expect(shown).toEqual([]);
});

test('each can be turned off, and it is kept for the user on this device', async () => {
  await sitting();
  await turnOn();
  fireEvent.click(screen.getByLabelText('Spela ett kort ljud'));
  await settle();
  const again = await sitting();
  expect([again.alerts.notify.value, again.alerts.sound.value]).toEqual([true, false]);
  tones = 0;
  await somebodyWaits(again);
  expect([tones, shown.length]).toEqual([0, 1]);
  backend.user = { ...siv, id: 'u-other' };
  const other = await sitting();
  expect([other.alerts.notify.value, other.alerts.sound.value]).toEqual([false, true]);
});

test('one that has waited for long, or was told of, is not news', async () => {
  const desk = await sitting();
  await somebodyWaits(desk, 'h-old', 600);
  expect(tones).toBe(0);
});

test('a browser that does not allow it is said, and the box stays empty', async () => {
  permission = 'denied';
  await sitting();
  await turnOn();
  expect(screen.getByText(/tillåter inte aviseringar/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(/Visa en avisering/).checked).toBe(false);
});
