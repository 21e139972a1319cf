import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backend } from './backend.ts';
import { click, leave, press, settle, sitDown } from './desk.tsx';
import { answer, grant, offer } from './granting.ts';
import { handoff, plan, siv } from './wire.ts';

const OFFERS = 'conversations/c-1/plan-offers';
let backend: Backend;
let asked: Record<string, unknown>[];

beforeEach(() => {
  backend = new Backend();
  backend.user = { ...siv, permissions: ['queue.work', 'plan.offer'] };
  backend.handoffs = [handoff({ state: 'taken', taken_by: siv })];
  asked = [];
  for (const act of ['o-7/send', 'o-7/accept', 'o-1/send'])
    backend.pages[`POST plan-offers/${act}`] = () => undefined;
  answers(() => answer());
});
afterEach(leave);

const answers = (give: (body: Record<string, unknown>) => unknown) => {
  backend.pages[`POST ${OFFERS}`] = ({ body }) => {
    asked.push(body ?? {});
    return give(body ?? {});
  };
};
const open = async () => {
  await sitDown('/console/conversations/c-1');
  await press('a');
  await settle(500);
};
const part = () => screen.getByRole('region', { name: 'Kom överens' });
const plain = () => (part().textContent ?? '').replace(/\s/g, ' ');
const type = async (label: string | RegExp, value: string, ms = 500) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
  await settle(ms);
};

test('the key a opens it, and Escape closes it', async () => {
  await open();
  expect(screen.getByLabelText(/Per gång/)).toBeTruthy();
  expect((document.activeElement as HTMLInputElement).value).toBe('plan');
  await press('Escape');
  expect(screen.queryByLabelText(/Per gång/)).toBeNull();
});

test('without a wish it answers what the rules allow', async () => {
  await open();
  expect(asked.at(-1)).toEqual({ kind: 'plan', terms: {} });
  expect(plain()).toContain('Inom uppdragsgivarens regler');
});

test('it answers as one types: the plan, its costs, and three totals side by side', async () => {
  answers(() =>
    answer({
      granted_by: 'limits',
      offers: [offer({ costs: { fee: 17000, notices: 0, interest: 4210 } })],
    }),
  );
  await open();
  await type(/Per gång/, '150');
  expect(asked.at(-1)).toEqual({ kind: 'plan', terms: { amount: 15000 } });
  expect(plain()).toContain('Inom dina gränser');
  for (const words of ['33 delbetalningar', 'första 28 december', 'Uppläggningsavgift170,00 kr'])
    expect(plain()).toContain(words);
  expect(plain()).toContain('Ränta42,10 kr');
  const compared = within(part()).getByLabelText('Vad det blir').textContent?.replace(/\s/g, ' ');
  expect(compared).toBe(
    'Betalar i dag4 860,00 krSom avtalat4 860,00 krVäntar till 28 augusti 20295 123,00 kr',
  );
});

test('many letters are one question', async () => {
  await open();
  const before = asked.length;
  for (const typed of ['1', '15', '150']) await type(/Per gång/, typed, 12);
  await settle(500);
  expect(asked.slice(before)).toEqual([{ kind: 'plan', terms: { amount: 15000 } }]);
});

test('an answer that comes late does not take the place of a newer one', async () => {
  let slow = () => {};
  const first = new Promise<void>((done) => {
    slow = done;
  });
  const fetchNow = globalThis.fetch;
  globalThis.fetch = async (path, init) => {
    const late = String(init?.body).includes('"amount":10000');
    const answered = fetchNow(path, init);
    if (late) await first;
    return answered;
  };
  answers(({ terms }) =>
    answer({ offers: [offer({ instalment: (terms as { amount?: number }).amount ?? 40500 })] }),
  );
  await open();
  await type(/Per gång/, '100');
  await type(/Per gång/, '200');
  slow();
  await settle(200);
  expect(plain()).toContain('200,00 kr');
  expect(plain()).not.toContain('100,00 kr');
});

test('a rule that the wish breaks is said in words, with the nearest that can be had', async () => {
  answers(() =>
    answer({
      outcome: 'counter',
      granted_by: null,
      offers: [offer({ instalment: 30000, instalments: 17 }), offer({ instalments: 12 })],
      reasons: [{ rule: 'instalment_at_least', text: 'Den minsta delbetalningen är 300,00 kr.' }],
    }),
  );
  await open();
  await type(/Per gång/, '1');
  expect(plain()).toContain('Går inte på det sättet');
  expect(plain()).toContain('Den minsta delbetalningen är 300,00 kr.');
  const [first, second] = within(part()).getAllByRole('radio', { name: /delbetalningar/ });
  expect((first as HTMLInputElement).checked).toBe(true);
  fireEvent.click(second as HTMLElement);
  await settle();
  await click('Skicka förslaget');
  expect(asked.at(-1)?.keep).toEqual(offer({ instalments: 12 }).schedule);
});

test('a referral says why, and nothing can be sent', async () => {
  answers(() =>
    answer({
      outcome: 'referral',
      granted_by: null,
      offers: [],
      reasons: [{ rule: 'deceased', text: 'Ärendet gäller någon som har avlidit.' }],
    }),
  );
  await open();
  expect(plain()).toContain('Går inte att avtala här');
  expect(plain()).toContain('Ärendet gäller någon som har avlidit.');
  expect(screen.queryByRole('button', { name: 'Skicka förslaget' })).toBeNull();
});

test('what no person may grant is not said to be for a person to decide', async () => {
  const told = 'Det är en handläggare som bestämmer om en del av summan kan räcka.';
  answers(() =>
    answer({
      outcome: 'referral',
      granted_by: null,
      offers: [],
      reasons: [{ rule: 'no_settlement', text: told }],
    }),
  );
  await open();
  expect(plain()).toContain(
    'Uppdragsgivarens regler låter ingen här nöja sig med en del av summan.',
  );
  expect(plain()).not.toContain(told);
});

test('what is no amount is said beside the box, and asks nothing', async () => {
  await open();
  const before = asked.length;
  await type(/Per gång/, 'hundra');
  expect(asked).toHaveLength(before);
  const box = screen.getByLabelText(/Per gång/);
  expect(box.getAttribute('aria-invalid')).toBe('true');
  const hint = document.getElementById(box.getAttribute('aria-describedby') ?? '');
  expect(hint?.textContent).toBe('Skriv ett belopp, till exempel 500.');
  await click('Skicka förslaget');
  expect(backend.of('POST', '/send')).toHaveLength(0);
});

test('sending keeps exactly what was looked at, and sends that', async () => {
  answers(({ keep }) => answer({ offers: [offer({ id: keep ? 'o-7' : null })] }));
  await open();
  await click('Skicka förslaget');
  expect(asked.at(-1)).toEqual({ kind: 'plan', terms: {}, keep: offer().schedule, note: null });
  expect(backend.of('POST', 'plan-offers/o-7/send')).toHaveLength(1);
  expect(screen.queryByLabelText(/Per gång/)).toBeNull();
});

test('on the phone the words are read out before the yes', async () => {
  answers(({ keep }) => answer({ offers: [offer({ id: keep ? 'o-7' : null })] }));
  await open();
  await click('Avtala på telefon');
  const dialog = screen.getByRole('dialog', { name: 'Läs upp det här' });
  expect(dialog.textContent).toContain('33 delbetalningar på 150,00 kr.');
  expect(dialog.querySelector('[lang=sv]')).toBeTruthy();
  expect(backend.of('POST', '/accept')).toHaveLength(0);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Björn säger ja' }));
  await settle();
  expect(backend.of('POST', 'plan-offers/o-7/accept')).toHaveLength(1);
});

test('beyond the own limits there is no sending, only asking, with the reason why', async () => {
  answers(() => answer({ granted_by: 'role', needs_role: 'supervisor' }));
  await open();
  expect(plain()).toContain('Behöver ett ja: gruppledare');
  expect(screen.queryByRole('button', { name: 'Skicka förslaget' })).toBeNull();
  await click('Be om godkännande');
  fireEvent.input(screen.getByLabelText('Varför'), { target: { value: 'Två barn.' } });
  const dialog = screen.getByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Be om godkännande' }));
  await settle();
  expect(asked.at(-1)?.note).toBe('Två barn.');
  expect(backend.of('POST', '/send')).toHaveLength(0);
});

test('what is refused is said in the backend’s own sentence', async () => {
  answers(({ keep }) => answer({ offers: [offer({ id: keep ? 'o-7' : null })] }));
  backend.trouble = { 'POST send': [{ status: 409, detail: 'Ta samtalet först.' }] };
  await open();
  await click('Skicka förslaget');
  expect(within(part()).getByRole('alert').textContent).toContain('Ta samtalet först.');
});

test('an answer that does not come can be asked for again', async () => {
  backend.trouble = { 'POST plan-offers': ['unreachable'] };
  await open();
  expect(plain()).toContain('Det gick inte.');
  await click('Försök igen');
  await settle(200);
  expect(plain()).toContain('Inom uppdragsgivarens regler');
});

test('a plan that runs is changed, paused or settled', async () => {
  const { case: shown } = backend.detail('c-1');
  if (!shown) throw new Error('no case');
  backend.details['c-1'] = { case: { ...shown, plan: plan() } };
  await open();
  const names = within(part())
    .getAllByRole('radio')
    .map((it) => it.parentElement?.textContent);
  expect(names).toEqual(['Ändra planen', 'Hoppa över', 'Uppgörelse']);
  fireEvent.click(screen.getByRole('radio', { name: 'Hoppa över' }));
  await settle(500);
  await type('Hur många', '2');
  expect(asked.at(-1)).toEqual({ kind: 'pause', terms: { instalments: 2 } });
});

test('an offer that was asked for shows at once what the other person said', async () => {
  backend.details['c-1'] = { granted: [grant()] };
  await sitDown('/console/conversations/c-1');
  backend.line.open();
  expect(plain()).toContain('Väntar på ett ja: gruppledare');
  expect(within(part()).queryByRole('button', { name: 'Skicka förslaget' })).toBeNull();
  const by = { id: 'u-9', name: 'Vidar Gran' };
  backend.details['c-1'] = {
    granted: [grant({ state: 'approved', decided_by: by, decision_note: 'Bra.' })],
  };
  backend.push({ type: 'grant', conversation: 'c-1' });
  await settle(200);
  expect(plain()).toContain('Godkänt av Vidar Gran');
  expect(plain()).toContain('Bra.');
  await click('Skicka förslaget');
  expect(backend.of('POST', 'plan-offers/o-1/send')).toHaveLength(1);
});

test('who has not taken the conversation, or may not, has no calculator', async () => {
  backend.handoffs = [handoff()];
  await sitDown('/console/conversations/c-1');
  expect(screen.queryByRole('region', { name: 'Kom överens' })).toBeNull();
  backend.handoffs = [handoff({ state: 'taken', taken_by: siv })];
  backend.user = siv;
  await sitDown('/console/conversations/c-1');
  expect(screen.queryByRole('region', { name: 'Kom överens' })).toBeNull();
});

test('more time is a day, and a settlement is what is paid for all', async () => {
  const schedule = [{ due: '2026-12-21', amount: 400000 }];
  const once = { schedule, instalment: 400000, instalments: 1, needs_role: null };
  backend.details['c-1'] = {
    granted: [
      grant({ ...once, id: 'o-2', kind: 'deferral', state: 'sent' }),
      grant({ ...once, id: 'o-3', kind: 'settlement', state: 'over' }),
    ],
  };
  answers(({ kind }) =>
    answer({ kind: kind as 'deferral', offers: [offer({ ...once, kind: kind as 'deferral' })] }),
  );
  await open();
  expect(plain()).toContain('Mer tid · till 21 december');
  expect(plain()).toContain('Uppgörelse · 4 000,00 kr · betalas senast 21 december');
  fireEvent.click(screen.getByRole('radio', { name: 'Mer tid' }));
  await settle(500);
  expect(part().querySelector('.plan-each')?.textContent).toBe('21 december');
  expect(plain()).not.toContain('Inget läggs till');
});
