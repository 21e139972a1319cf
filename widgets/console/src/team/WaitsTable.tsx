import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { TriangleAlert } from 'lucide';
import { useWords } from '../desk.ts';
import { ClientDot } from '../queue/ClientDot.tsx';
import { duration } from '../words/duration.ts';
import { languageName } from '../words/language.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import type { Waiting } from './wire.ts';

/** Who waits, by client and language; who has waited longest stands first. */
export function WaitsTable({ waits }: { waits: Waiting[] }) {
  const { language } = useWords();
  const { columns, waiting, nobody_here, sum } = usePageTexts('team');
  const total = (of: (wait: Waiting) => number) => waits.reduce((all, it) => all + of(it), 0);
  return (
    <table class="list list-stacks" aria-label={waiting}>
      <thead>
        <tr>
          <th scope="col">{columns.client}</th>
          <th scope="col">{columns.language}</th>
          <th scope="col" class="figure">
            {columns.waiting}
          </th>
          <th scope="col" class="figure">
            {columns.crisis}
          </th>
          <th scope="col" class="figure">
            {columns.longest}
          </th>
          <th scope="col" class="figure">
            {columns.on_duty}
          </th>
        </tr>
      </thead>
      <tbody>
        {waits.map((it) => (
          <tr key={`${it.client} ${it.language}`}>
            <th scope="row">
              <ClientDot client={{ id: it.client, name: it.name, colour: it.colour }} />
            </th>
            <td>{languageName(language, it.language)}</td>
            <Figure label={columns.waiting}>{it.waiting}</Figure>
            <Figure label={columns.crisis} bad={it.crisis > 0}>
              {it.crisis}
            </Figure>
            <Figure label={columns.longest}>{duration(language, it.longest_seconds)}</Figure>
            <Figure label={columns.on_duty} bad={it.on_duty === 0}>
              {it.on_duty || nobody_here}
            </Figure>
          </tr>
        ))}
      </tbody>
      {waits.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {sum}
            </th>
            <Figure label={columns.waiting}>{total((it) => it.waiting)}</Figure>
            <Figure label={columns.crisis}>{total((it) => it.crisis)}</Figure>
            <td colSpan={2} />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

interface FigureProps {
  label: string;
  /** Somebody has to do something: with a sign, never by the colour alone. */
  bad?: boolean;
  children: string | number;
}

function Figure({ label, bad, children }: FigureProps) {
  return (
    <td class={bad ? 'figure team-bad' : 'figure'}>
      <span class="list-label" aria-hidden="true">
        {label}{' '}
      </span>
      {bad && <Icon of={TriangleAlert} small />}
      {children}
    </td>
  );
}
