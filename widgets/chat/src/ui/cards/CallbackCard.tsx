import type { CallbackCard as Wire } from '@sovinto/ui/wire.ts';
import { moment } from '../moment.ts';
import { useView } from '../view.ts';
import { Frame } from './Frame.tsx';
import { Row, Rows } from './Rows.tsx';

export function CallbackCard({ card }: { card: Wire }) {
  const view = useView();
  const { callback } = view.texts.value;
  return (
    <Frame title={callback.title} figure={moment(view.language.value, view.texts.value, card.at)}>
      <Rows>
        <Row label={callback.reference}>{card.reference}</Row>
      </Rows>
    </Frame>
  );
}
