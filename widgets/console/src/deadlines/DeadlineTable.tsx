import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { TriangleAlert } from 'lucide';
import type { Handoff } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { conversationAt } from '../frame/addresses.ts';
import { nowFor } from '../frame/now.ts';
import { ClientDot } from '../queue/ClientDot.tsx';
import { moment, shortMoment } from '../words/moment.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { named } from '../words/texts.ts';
import { dueOf } from './due.ts';

interface Props {
  name: 'late' | 'promises' | 'missed';
  rows: Handoff[];
}

/** One list, with its number; only what is late now has a colour, and a sign beside it. */
export function DeadlineTable({ name, rows }: Props) {
  const { language, texts } = useWords();
  const { columns, lists, what, nobody } = usePageTexts('deadlines');
  if (rows.length === 0) return null;
  return (
    <section class="deadline-list" aria-labelledby={`deadlines-${name}`}>
      <h2 id={`deadlines-${name}`}>
        {lists[name]} <span class="tab-count">{rows.length}</span>
      </h2>
      <table class="list list-stacks list-deadlines" aria-labelledby={`deadlines-${name}`}>
        <thead>
          <tr>
            <th scope="col">{columns.due}</th>
            <th scope="col">{columns.who}</th>
            <th scope="col">{columns.why}</th>
            <th scope="col">{columns.client}</th>
            <th scope="col">{columns.by}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((it) => {
            const due = dueOf(it, name);
            const today = new Date(nowFor(it.client));
            const late = name !== 'missed' && Date.parse(due.at) < today.getTime();
            return (
              <tr key={it.id}>
                <td class="list-when">
                  <time
                    class={late ? 'deadline row-late' : 'deadline'}
                    dateTime={due.at}
                    title={moment(language, due.at, today, it.client.zone)}
                  >
                    <Icon of={late ? TriangleAlert : due.icon} small />
                    {shortMoment(language, due.at, today, it.client.zone)}
                  </time>
                  <span class="list-note">{what[due.what]}</span>
                </td>
                <td>
                  <a class="list-who" href={conversationAt(it.conversation)}>
                    {it.debtor ?? texts.queue.unidentified}
                  </a>
                  <span class="list-note">{it.case ?? it.reference}</span>
                </td>
                <td>{named(texts.reasons, it.reason)}</td>
                <td>
                  <ClientDot client={it.client} />
                </td>
                <td>{it.taken_by?.name ?? <span class="list-id">{nobody}</span>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
