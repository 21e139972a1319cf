import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import type { PaymentCode } from '@sovinto/ui/wire.ts';
import { ChevronDown } from 'lucide';
import { typesWithKeys } from '../focus.ts';
import { useView } from '../view.ts';
import { QrCode } from './QrCode.tsx';

/** The QR code and what reads it; folded away on a phone, which cannot scan its own screen. */
export function QrPart({ codes }: { codes: PaymentCode[] }) {
  const { payment } = useView().texts.value;
  const scan: Record<string, string | undefined> = payment.scan;
  const code = codes.find(({ kind, rows }) => rows?.length && scan[kind]);
  if (!code?.rows) return null;
  const figure = (
    <figure class="qr-figure">
      <QrCode rows={code.rows} label={payment.qr} />
      <figcaption class="card-line">{scan[code.kind]}</figcaption>
    </figure>
  );
  if (typesWithKeys()) return figure;
  return (
    <details class="fold">
      <summary>
        <span>{payment.show_qr}</span>
        <Icon of={ChevronDown} small />
      </summary>
      {figure}
    </details>
  );
}
