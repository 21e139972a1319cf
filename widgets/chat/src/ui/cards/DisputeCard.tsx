import type { DisputeCard as Wire } from '@sovinto/ui/wire.ts';
import { useView } from '../view.ts';
import { Frame } from './Frame.tsx';
import { Row, Rows } from './Rows.tsx';

export function DisputeCard({ card }: { card: Wire }) {
  const { dispute } = useView().texts.value;
  return (
    <Frame title={dispute.title}>
      <Rows>
        <Row label={dispute.reference}>{card.reference}</Row>
      </Rows>
    </Frame>
  );
}
