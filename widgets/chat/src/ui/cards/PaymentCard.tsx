import { date, decimal, minorDigits, money } from '@sovinto/ui/format.ts';
import type { PaymentCard as Wire } from '@sovinto/ui/wire.ts';
import { useId } from 'preact/hooks';
import { useView } from '../view.ts';
import { CopyRow } from './CopyRow.tsx';
import { Fold } from './Fold.tsx';
import { Frame } from './Frame.tsx';
import { QrPart, scannable } from './QrPart.tsx';

const together = (number: string): string => number.replace(/\s/g, '');

/** What to pay and how; typed off or scanned, one of the two at a time, so that the sum stays in sight. */
export function PaymentCard({ card }: { card: Wire }) {
  const view = useView();
  const language = view.language.value;
  const group = useId();
  const { payment } = view.texts.value;
  const amount = money(language, card.amount, card.currency);
  const accounts: Record<string, string> = payment.account;
  const account = accounts[card.account_label] ?? payment.account.other;
  const codes = card.codes ?? [];
  const barCode = codes.find((code) => code.kind === 'virtual_bar_code')?.text;
  // As a bank's form takes it: no grouping, no currency, the language's own decimal sign.
  const bare = decimal(card.amount, minorDigits(card.currency)).replace(
    '.',
    /[.,](?=\d\d\D*$)/.exec(amount)?.[0] ?? '.',
  );
  const qr = scannable(codes, payment.scan);
  const due = <CopyRow label={payment.due} value={date(language, card.due)} copied={null} />;
  const numbers = (
    <>
      <CopyRow label={account} value={card.account} copied={together(card.account)} />
      <CopyRow label={payment.reference} value={card.reference} copied={together(card.reference)} />
      <CopyRow label={payment.payee} value={card.payee} copied={null} />
    </>
  );
  const bar = barCode && <CopyRow label={payment.bar_code} value={barCode} copied={barCode} />;
  return (
    <Frame title={payment.title}>
      <dl class="rows copies">
        <CopyRow label={payment.amount} value={amount} copied={bare} large />
        {qr ? due : numbers}
        {!qr && due}
        {!qr && bar}
      </dl>
      {qr && (
        <>
          <Fold title={payment.details} name={group} open>
            <dl class="rows copies">
              {numbers}
              {bar}
            </dl>
          </Fold>
          <Fold title={payment.show_qr} name={group}>
            <QrPart code={qr} />
          </Fold>
        </>
      )}
    </Frame>
  );
}
