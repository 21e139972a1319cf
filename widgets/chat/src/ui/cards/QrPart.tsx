import { QrCode } from '@sovinto/ui/QrCode.tsx';
import type { PaymentCode } from '@sovinto/ui/wire.ts';
import limits from '../limits.json';
import { useView } from '../view.ts';

/** The code of a payment that can be drawn, if this version knows what reads it. */
export const scannable = (codes: PaymentCode[], scan: Record<string, string | undefined>) =>
  codes.find(({ kind, rows }) => rows?.length && scan[kind]);

/** The QR code and what reads it. */
export function QrPart({ code }: { code: PaymentCode }) {
  const { payment } = useView().texts.value;
  const scan: Record<string, string | undefined> = payment.scan;
  return (
    <figure class="qr-figure">
      <QrCode rows={code.rows ?? []} label={payment.qr} pixels={limits.qr_pixels} />
      <figcaption class="card-line">{scan[code.kind]}</figcaption>
    </figure>
  );
}
