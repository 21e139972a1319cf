import { date, money } from '@sovinto/ui/format.ts';
import type { Instalment } from '@sovinto/ui/wire.ts';
import { useWords } from '../desk.ts';

interface Props {
  of: { schedule: Instalment[]; total: number; currency: string };
}

/** All dates with their amounts, folded, and the sum below. */
export function Dates({ of }: Props) {
  const { language, texts } = useWords();
  const words = texts.case;
  return (
    <details class="fold">
      <summary>{words.schedule}</summary>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{words.due}</th>
            <th scope="col" class="figure">
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {of.schedule.map(({ due, amount }) => (
            <tr key={due}>
              <td>{date(language, due)}</td>
              <td class="figure">{money(language, amount, of.currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td class="figure">{money(language, of.total, of.currency)}</td>
          </tr>
        </tfoot>
      </table>
    </details>
  );
}
