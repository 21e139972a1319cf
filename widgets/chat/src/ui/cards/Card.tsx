import type { Card as Wire } from '@sovinto/ui/wire.ts';
import { BalanceCard } from './BalanceCard.tsx';
import { CallbackCard } from './CallbackCard.tsx';
import { DeferralCard } from './DeferralCard.tsx';
import { DisputeCard } from './DisputeCard.tsx';
import { ExportCard } from './ExportCard.tsx';
import { HandoffCard } from './HandoffCard.tsx';
import { PaymentCard } from './PaymentCard.tsx';
import { PlanCard } from './PlanCard.tsx';

export function Card({ card }: { card: Wire }) {
  switch (card.type) {
    case 'balance':
      return <BalanceCard card={card} />;
    case 'plan':
      return <PlanCard card={card} />;
    case 'payment':
      return <PaymentCard card={card} />;
    case 'deferral':
      return <DeferralCard card={card} />;
    case 'dispute':
      return <DisputeCard card={card} />;
    case 'handoff':
      return <HandoffCard card={card} />;
    case 'callback':
      return <CallbackCard card={card} />;
    case 'export':
      return <ExportCard />;
    default:
      // A newer backend's card: its text stands above it.
      return null;
  }
}
