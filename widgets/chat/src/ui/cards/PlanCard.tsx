import { day, money } from '@sovinto/ui/format.ts';
import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import type { PlanCard as Wire } from '@sovinto/ui/wire.ts';
import { Check } from 'lucide';
import { counted } from '../texts.ts';
import { useView } from '../view.ts';
import { Download } from './Download.tsx';
import { Frame } from './Frame.tsx';
import { Row, Rows } from './Rows.tsx';
import { Schedule } from './Schedule.tsx';

export function PlanCard({ card }: { card: Wire }) {
  const view = useView();
  const language = view.language.value;
  const { plan } = view.texts.value;
  const write = (amount: number) => money(language, amount, card.currency);
  const first = card.schedule[0];
  const last = card.schedule.at(-1);
  const when = (payment: Wire['schedule'][number]) =>
    `${day(language, payment.due)}, ${write(payment.amount)}`;
  const agreed = card.status === 'agreed';
  const { id } = card;
  const badge = (
    <span class={agreed ? 'badge agreed' : 'badge'}>
      {agreed && <Icon of={Check} small />}
      {agreed ? plan.agreed : plan.offered}
    </span>
  );
  return (
    <Frame title={plan.each} figure={write(card.instalment)} badge={badge}>
      <p class="card-line">{counted(language, plan.count, card.instalments)}</p>
      <Rows>
        <Row label={plan.total}>{write(card.total)}</Row>
        {!!card.costs?.fee && <Row label={plan.fee}>{write(card.costs.fee)}</Row>}
        {!!card.costs?.interest && <Row label={plan.interest}>{write(card.costs.interest)}</Row>}
        {first && <Row label={plan.first}>{when(first)}</Row>}
        {last && last !== first && <Row label={plan.last}>{when(last)}</Row>}
        {card.reference && <Row label={plan.reference}>{card.reference}</Row>}
      </Rows>
      {(card.schedule.length > 1 || !!first?.parts) && <Schedule card={card} />}
      {agreed && id && (
        <Download
          texts={plan.confirmation}
          name={`${plan.confirmation.file}.pdf`}
          file={() => view.session.confirmation(id)}
        />
      )}
    </Frame>
  );
}
