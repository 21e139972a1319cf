import { money } from '@sovinto/ui/format.ts';
import type { BalanceCard as Wire } from '@sovinto/ui/wire.ts';
import { useView } from '../view.ts';
import { Frame } from './Frame.tsx';
import { Row, Rows } from './Rows.tsx';

export function BalanceCard({ card }: { card: Wire }) {
  const view = useView();
  const { balance } = view.texts.value;
  const write = (amount: number) => money(view.language.value, amount, card.currency);
  const parts = card.parts.filter((part) => part.amount !== 0);
  return (
    <Frame title={balance.title} figure={write(card.total)}>
      {parts.length > 1 && (
        <Rows>
          {parts.map((part, at) => (
            <Row key={at} label={balance[part.kind]}>
              {write(part.amount)}
            </Row>
          ))}
        </Rows>
      )}
    </Frame>
  );
}
