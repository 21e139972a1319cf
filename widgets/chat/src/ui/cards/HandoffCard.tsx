import type { HandoffCard as Wire } from '@sovinto/ui/wire.ts';
import { useView } from '../view.ts';
import { Frame } from './Frame.tsx';
import { Row, Rows } from './Rows.tsx';

/** The reason is the house's own word for it, so it is not shown. */
export function HandoffCard({ card }: { card: Wire }) {
  const { handoff } = useView().texts.value;
  return (
    <Frame title={handoff.title}>
      <Rows>
        <Row label={handoff.reference}>{card.reference}</Row>
      </Rows>
    </Frame>
  );
}
