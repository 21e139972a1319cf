import { date, money } from '@sovinto/ui/format.ts';
import type { PlanCard } from '@sovinto/ui/wire.ts';
import { useView } from '../view.ts';
import { Fold } from './Fold.tsx';

/** Every date and amount of a plan, what of it goes to which case, and what they come to. */
export function Schedule({ card }: { card: PlanCard }) {
  const view = useView();
  const language = view.language.value;
  const { plan } = view.texts.value;
  const write = (amount: number) => money(language, amount, card.currency);
  return (
    <Fold title={plan.schedule}>
      <table>
        <thead>
          <tr>
            <th scope="col">{plan.number}</th>
            <th scope="col">{plan.due}</th>
            <th scope="col" class="figure">
              {plan.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {card.schedule.map(({ due, amount, parts }, at) => (
            <tr key={due}>
              <td>{at + 1}</td>
              <td>{date(language, due)}</td>
              <td class="figure">
                {write(amount)}
                {parts?.map((part) => (
                  <span key={part.case} class="part">
                    {`${part.case}: ${write(part.amount)}`}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {plan.total}
            </th>
            <td class="figure">{write(card.total)}</td>
          </tr>
        </tfoot>
      </table>
    </Fold>
  );
}
