import { screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, sitDown } from './desk.tsx';
import { handoff, plan, siv } from './wire.ts';

const UNDO = 'Ångra överenskommelsen';
const PATH = 'conversations/c-1/plans/p/undo';

let backend: Backend;
beforeEach(() => {
  backend = new Backend();
  backend.user = { ...siv, permissions: ['queue.work', 'plan.offer'] };
  backend.handoffs = [handoff({ state: 'taken', taken_by: siv })];
  runs({ undo_until: '2026-12-05', can: { undo: true } });
});
afterEach(leave);

/** The plan of the case. */
function runs(more: Parameters<typeof plan>[0]): void {
  delete backend.details['c-1'];
  const { case: shown } = backend.detail('c-1');
  if (!shown) throw new Error('no case');
  backend.details['c-1'] = { case: { ...shown, plan: plan(more) } };
}

const open = () => sitDown('/console/conversations/c-1');
const pane = () => screen.getByRole('complementary', { name: 'Ärende' });
const button = () => within(pane()).queryByRole('button', { name: UNDO });
const answerUndo = async () => {
  const dialog = screen.getByRole('dialog', { name: `${UNDO}?` });
  within(dialog).getByRole('button', { name: UNDO }).click();
  await new Promise((done) => setTimeout(done, 100));
};

test('an agreement is undone after a question, and the case is read again', async () => {
  backend.pages[`POST ${PATH}`] = () => {
    const { case: shown } = backend.detail('c-1');
    if (shown) backend.details['c-1'] = { case: { ...shown, plan: null } };
    return {};
  };
  await open();
  expect(pane().textContent).toContain('till 5 december');
  await click(UNDO);
  expect(backend.of('POST', 'undo')).toEqual([]);
  expect(screen.getByRole('dialog').textContent).toContain('planens avgift tas tillbaka');
  await answerUndo();
  expect(backend.of('POST', 'undo').map(({ path }) => path)).toEqual([PATH]);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(pane().textContent).toContain('Ingen betalplan');
});

test('a change that is undone lets the plan before hold again', async () => {
  runs({ undo_until: '2026-12-05', can: { undo: true }, replaces: 'p-0' });
  await open();
  await click(UNDO);
  expect(screen.getByRole('dialog').textContent).toContain('Planen som gällde innan gäller igen.');
});

test('what the backend refuses is said where it was asked', async () => {
  backend.trouble = { 'POST undo': [{ status: 409, detail: 'Tiden är över.' }] };
  await open();
  await click(UNDO);
  await answerUndo();
  expect(within(screen.getByRole('dialog')).getByRole('alert').textContent).toBe('Tiden är över.');
});

test('who may not, or too late, has no such button', async () => {
  runs({ undo_until: null, can: { undo: false } });
  await open();
  expect(button()).toBeNull();
  runs({ undo_until: '2026-12-05', can: { undo: true } });
  backend.user = siv;
  await open();
  expect(button()).toBeNull();
  backend.user = { ...siv, permissions: ['queue.work', 'plan.offer'] };
  backend.handoffs = [handoff()];
  await open();
  expect(button()).toBeNull();
});
