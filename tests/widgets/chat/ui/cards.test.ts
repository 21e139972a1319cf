import type { Card } from '@sovinto/ui/wire.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Backend } from '../backend.ts';
import { atDesk, Page, settle } from '../page.ts';

let backend: Backend;
let page: Page;

beforeEach(async () => {
  vi.useFakeTimers();
  sessionStorage.clear();
  backend = new Backend();
  atDesk();
  page = await Page.open();
});

afterEach(() => {
  page.leave();
  vi.clearAllTimers();
  vi.useRealTimers();
});

async function show(card: Card): Promise<HTMLElement> {
  backend.say({ card });
  await settle();
  return page.root.querySelector('.card') as HTMLElement;
}

const spaced = (element: Element | null | undefined) => element?.textContent?.replace(/\s/g, ' ');
const rows = (card: HTMLElement) =>
  [...card.querySelectorAll('.row')].map((row) => [
    spaced(row.querySelector('dt')),
    spaced(row.querySelector('dd')),
  ]);

describe('cards', () => {
  test('a balance is one figure and its parts', async () => {
    const card = await show({
      type: 'balance',
      total: 486000,
      currency: 'SEK',
      parts: [
        { kind: 'principal', amount: 500000 },
        { kind: 'interest', amount: 0 },
        { kind: 'payment', amount: -14000 },
      ],
    });
    expect(spaced(card.querySelector('.card-figure'))).toBe('4 860,00 kr');
    expect(rows(card)).toEqual([
      ['Belopp före ränta och avgifter', '5 000,00 kr'],
      ['Inbetalt', '−140,00 kr'],
    ]);
  });

  test('a plan tells each payment, their number, the whole, the first day and every date', async () => {
    const card = await show({
      type: 'plan',
      status: 'offered',
      instalment: 54000,
      instalments: 2,
      total: 108001,
      currency: 'SEK',
      costs: { fee: 17000, interest: 0 },
      schedule: [
        { due: '2026-12-25', amount: 54000 },
        { due: '2027-01-25', amount: 54001 },
      ],
    });
    expect(spaced(card.querySelector('.card-figure'))).toBe('540,00 kr');
    expect(card.textContent).toContain('Förslag');
    expect(card.textContent).toContain('2 delbetalningar');
    expect(rows(card).map(([label]) => label)).toEqual([
      'Totalt',
      'Varav avgifter',
      'Första betalningen',
      'Sista betalningen',
    ]);
    expect(rows(card).slice(-2)).toEqual([
      ['Första betalningen', '25 december, 540,00 kr'],
      ['Sista betalningen', '25 januari 2027, 540,01 kr'],
    ]);
    const lines = [...card.querySelectorAll('tbody tr')].map(spaced);
    expect(lines).toEqual(['125 december 2026540,00 kr', '225 januari 2027540,01 kr']);
    expect(spaced(card.querySelector('tfoot'))).toBe('Totalt1 080,01 kr');
  });

  test('a plan over several cases tells what of each payment goes to which of them', async () => {
    const card = await show({
      type: 'plan',
      status: 'offered',
      instalment: 100000,
      instalments: 1,
      total: 100000,
      currency: 'SEK',
      schedule: [
        {
          due: '2027-02-22',
          amount: 100000,
          parts: [
            { case: 'SE-1007', amount: 4000 },
            { case: 'SE-1008', amount: 96000 },
          ],
        },
      ],
    });
    const parts = [...card.querySelectorAll('tbody .part')].map(spaced);
    expect(parts).toEqual(['SE-1007: 40,00 kr', 'SE-1008: 960,00 kr']);
  });

  test('an agreed plan says so in a word, not by its colour alone', async () => {
    const card = await show({
      type: 'plan',
      status: 'agreed',
      instalment: 54000,
      instalments: 1,
      total: 54000,
      currency: 'SEK',
      reference: 'AV-1',
      schedule: [{ due: '2026-12-25', amount: 54000 }],
    });
    expect(card.querySelector('.badge')?.textContent).toBe('Överenskommet');
    expect(card.textContent).toContain('1 delbetalning');
    expect(card.textContent).toContain('AV-1');
  });

  const payment: Card = {
    type: 'payment',
    amount: 123456789,
    currency: 'SEK',
    reference: '1234 5678 9012 3',
    account: '5050-1055',
    account_label: 'bankgiro',
    payee: 'Talgoxe Inkasso AB',
    due: '2026-12-25',
  };

  test('a payment has rows to copy, as a bank’s form takes them', async () => {
    const copied: string[] = [];
    vi.stubGlobal('navigator', {
      ...navigator,
      clipboard: { writeText: async (text: string) => copied.push(text) },
    });
    const card = await show(payment);
    expect(rows(card)).toEqual([
      ['Belopp', '1 234 567,89 kr'],
      ['Bankgiro', '5050-1055'],
      ['Referensnummer', '1234 5678 9012 3'],
      ['Mottagare', 'Talgoxe Inkasso AB'],
      ['Betalas senast', '25 december 2026'],
    ]);
    for (const what of ['belopp', 'bankgiro', 'referensnummer'])
      await page.click(`Kopiera ${what}`);
    expect(copied).toEqual(['1234567,89', '5050-1055', '1234567890123']);
    expect(card.textContent).toContain('Kopierat');
    await settle(2100);
    expect(card.textContent).not.toContain('Kopierat');
  });

  test('an account of a kind that is new here is still an account', async () => {
    const card = await show({ ...payment, account_label: 'tomorrow' });
    expect(rows(card)[1]?.[0]).toBe('Konto');
  });

  const rowsOfQr = ['101', '011', '110'];
  const scanned: Card = { ...payment, codes: [{ kind: 'swish_qr', text: null, rows: rowsOfQr }] };

  test('a QR code is drawn module by module, with white around it', async () => {
    const card = await show(scanned);
    const qr = card.querySelector('svg.qr');
    expect(qr?.getAttribute('viewBox')).toBe('0 0 11 11');
    expect(Number(qr?.getAttribute('width')) % 11).toBe(0);
    expect(qr?.querySelector('path')?.getAttribute('d')).toBe(
      'M4 4h1v1h-1zM6 4h1v1h-1zM5 5h2v1h-2zM4 6h2v1h-2z',
    );
    expect(qr?.querySelector('rect')?.getAttribute('width')).toBe('11');
  });

  test('a QR code has a name, and a line that says what reads it', async () => {
    const card = await show(scanned);
    expect(page.see.getByRole('img').getAttribute('aria-label')).toBe(
      'QR-kod för den här betalningen',
    );
    expect(card.querySelector('figcaption')?.textContent).toBe('Skanna koden med Swish.');
  });

  test('one types the numbers off or scans the code, and the sum is above both', async () => {
    const card = await show(scanned);
    const [numbers, scan] = card.querySelectorAll('details');
    expect(numbers?.open).toBe(true);
    expect(numbers?.querySelector('summary')?.textContent).toBe('Betaluppgifter');
    expect(scan?.open).toBe(false);
    expect(scan?.querySelector('summary')?.textContent).toBe('Visa QR-kod');
    expect(scan?.querySelector('svg.qr')).not.toBeNull();
    expect(scan?.getAttribute('name')).toBeTruthy();
    expect(scan?.getAttribute('name')).toBe(numbers?.getAttribute('name'));
    expect(rows(card).map(([label]) => label)).toEqual([
      'Belopp',
      'Betalas senast',
      'Bankgiro',
      'Referensnummer',
      'Mottagare',
    ]);
    expect(card.querySelector('.copy.large')?.closest('details')).toBeNull();
  });

  test('without a code to scan nothing is folded away', async () => {
    const card = await show(payment);
    expect(card.querySelector('details')).toBeNull();
    expect(rows(card)).toHaveLength(5);
  });

  test('an abbreviation keeps its capitals in the name of its button', async () => {
    await show({ ...payment, account_label: 'iban' });
    expect(page.button('Kopiera IBAN')).toBeTruthy();
    expect(page.button('Kopiera referensnummer')).toBeTruthy();
  });

  test('a bar code is digits to copy', async () => {
    const copied: string[] = [];
    vi.stubGlobal('navigator', {
      ...navigator,
      clipboard: { writeText: async (text: string) => copied.push(text) },
    });
    const text = '437159030000007760000122500000000000000000011112161221';
    const card = await show({
      ...payment,
      codes: [{ kind: 'virtual_bar_code', text, rows: null }],
    });
    expect(rows(card).at(-1)).toEqual(['Virtuell streckkod', text]);
    await page.click('Kopiera virtuell streckkod');
    expect(copied).toEqual([text]);
    expect(card.querySelector('svg.qr')).toBeNull();
  });

  test('a code of a kind that is new here is not shown', async () => {
    const card = await show({ ...payment, codes: [{ kind: 'tomorrow', rows: rowsOfQr }] });
    expect(card.querySelector('svg.qr')).toBeNull();
    expect(rows(card)).toHaveLength(5);
  });

  test.each<[string, Card, string]>([
    ['a deferral', { type: 'deferral', until: '2027-01-15' }, '15 januari 2027'],
    ['a dispute', { type: 'dispute', reference: 'T-100' }, 'T-100'],
    ['a handoff', { type: 'handoff', reference: 'H-7', reason: 'wish' }, 'H-7'],
  ])('%s names what counts', async (_, card, told) => {
    expect((await show(card)).textContent).toContain(told);
  });

  test('a handoff keeps the house’s own reason to the house', async () => {
    const card = await show({ type: 'handoff', reference: 'H-7', reason: 'hardship' });
    expect(card.textContent).not.toContain('hardship');
  });

  test('a copy of all that is kept is fetched when it is asked for, and saved', async () => {
    const saved: string[] = [];
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:1');
    vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download);
    });
    if (backend.conversation) backend.conversation.identified = true;
    const card = await show({ type: 'export' });
    expect(backend.calls.some((call) => call.path.endsWith('/export'))).toBe(false);
    await page.click('Ladda ner som fil');
    await settle();
    expect(saved).toEqual(['mina-uppgifter.json']);
    expect(card.textContent).toContain('Sparad på din enhet.');
  });

  const agreed: Card = {
    type: 'plan',
    status: 'agreed',
    id: 'p1',
    instalment: 54000,
    instalments: 1,
    total: 54000,
    currency: 'SEK',
    schedule: [{ due: '2026-12-25', amount: 54000 }],
  };

  test('the confirmation of an agreed plan is fetched with the key, and saved as it came', async () => {
    const saved: string[] = [];
    const files: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      files.push(file as Blob);
      return 'blob:1';
    });
    vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download);
    });
    const card = await show(agreed);
    await page.click('Ladda ner bekräftelsen som PDF');
    await settle();
    const call = backend.calls.at(-1);
    expect(call?.path).toBe('conversations/c1/plans/p1/confirmation');
    expect(call?.authorization).toBe('Bearer key-c1');
    expect(saved).toEqual(['bekraftelse.pdf']);
    expect(await files[0]?.text()).toBe('%PDF-1.7');
    expect(card.textContent).toContain('Sparad på din enhet.');
  });

  test('a confirmation that is not there is told in the backend’s words', async () => {
    const card = await show({ ...agreed, id: 'p2' });
    await page.click('Ladda ner bekräftelsen som PDF');
    await settle();
    expect(card.querySelector('[role=alert]')?.textContent).toBe('Planen finns inte här.');
  });

  test.each<[string, Card]>([
    ['an offer', { ...agreed, status: 'offered' }],
    ['a plan of before, whose id is not known', { ...agreed, id: null }],
  ])('%s has no confirmation', async (_, card) => {
    expect((await show(card)).querySelector('.button')).toBeNull();
  });

  test('who is not identified reads why there is no copy', async () => {
    const card = await show({ type: 'export' });
    await page.click('Ladda ner som fil');
    await settle();
    expect(card.querySelector('[role=alert]')?.textContent).toBe('Legitimera dig först.');
  });

  test('a card of a newer backend breaks nothing', async () => {
    backend.say({ text: 'Text', card: { type: 'tomorrow' } as unknown as Card });
    await settle();
    expect(page.log).toContain('Text');
  });
});
