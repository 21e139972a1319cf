import { date } from '@sovinto/ui/format.ts';
import type { DeferralCard as Wire } from '@sovinto/ui/wire.ts';
import { useView } from '../view.ts';
import { Frame } from './Frame.tsx';

export function DeferralCard({ card }: { card: Wire }) {
  const view = useView();
  return (
    <Frame title={view.texts.value.deferral.title} figure={date(view.language.value, card.until)} />
  );
}
