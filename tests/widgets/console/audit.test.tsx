// Read before the first test, whose time it would take.
import '@sovinto/console/audit/AuditPage.tsx';
import type { AuditRow } from '@sovinto/console/audit/wire.ts';
import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, openPage, settle } from './desk.tsx';
import { clients } from './pages.ts';
import { siv } from './wire.ts';

const row = (seq: number, more: Partial<AuditRow> = {}): AuditRow => ({
  seq,
  at: '2026-11-20T09:00:00Z',
  actor: { kind: 'staff', name: 'Vidar Gran' },
  act: 'case.read',
  client: 'demo',
  subject: { kind: 'case', id: 'SE-1001' },
  case: 'SE-1001',
  result: 'done',
  ...more,
});

let backend: Backend;
beforeEach(() => {
  backend = new Backend();
  backend.user = { ...siv, permissions: ['audit.read', 'clients.read'] };
  backend.pages = {
    'GET clients': () => clients(),
    'GET audit': ({ query }) =>
      query.get('before')
        ? { items: [row(1, { actor: { kind: 'system', name: null } })], more: false }
        : { items: [row(9), row(8, { act: 'new.kind', result: 'refused' })], more: true },
  };
});
afterEach(leave);

const open = (path = '/console/audit') => openPage(path);
const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);

test('a row says when, who, what, with what, and whose', async () => {
  await open();
  for (const words of ['2026-11-20', 'Vidar Gran', 'Läste ett ärende', 'ärende SE-1001']) {
    expect(rows()[0]?.textContent?.replace(/\s+/g, ' ')).toContain(words);
  }
  expect(rows()[0]?.textContent).toContain('Norrsken Energi');
  expect(rows()[1]?.textContent).toContain('Nekat');
});

test('older rows are added below those that are there', async () => {
  await open();
  await click('Visa äldre');
  expect(backend.of('GET', 'audit?kind=staff&before=8')).toHaveLength(1);
  expect(rows()).toHaveLength(3);
  expect(rows()[2]?.textContent).toContain('Sovinto');
});

test('the filters stand in the address and in the question', async () => {
  await open();
  const who = screen.getByLabelText('Vem');
  fireEvent.input(who, { target: { value: 'vidar' } });
  fireEvent.keyDown(who, { key: 'Enter' });
  await settle();
  fireEvent.change(screen.getByLabelText('Vad som gjordes'), { target: { value: 'case.read' } });
  await settle();
  expect(location.search).toBe('?actor=vidar&act=case.read');
  expect(backend.of('GET', 'audit?actor=vidar&act=case.read&kind=staff')).toHaveLength(1);
});

test('what people did is shown first, what services did when it is asked for', async () => {
  await open();
  expect(backend.of('GET', 'audit?kind=staff')).toHaveLength(1);
  const which = screen.getByLabelText<HTMLSelectElement>('Vilka');
  expect(which.value).toBe('staff');
  fireEvent.change(which, { target: { value: 'all' } });
  await settle();
  expect(location.search).toBe('?kind=all');
  expect(backend.of('GET', 'audit')).toHaveLength(1);
});
