import { clock, dayOf, shortDate } from '@sovinto/ui/format.ts';
import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Ban } from 'lucide';
import { useClients } from '../clients/useClients.ts';
import { useWords } from '../desk.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { named } from '../words/texts.ts';
import type { AuditRow } from './wire.ts';

/** The newest first. A refusal is marked, with the word beside the sign. */
export function AuditTable({ rows }: { rows: AuditRow[] }) {
  const { language } = useWords();
  const clients = useClients();
  const { columns, acts, actors, subjects, refused, title } = usePageTexts('audit');
  return (
    <table class="list list-stacks list-audit" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{columns.at}</th>
          <th scope="col">{columns.actor}</th>
          <th scope="col">{columns.act}</th>
          <th scope="col">{columns.subject}</th>
          <th scope="col">{columns.client}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ seq, at, actor, act, subject, client, result, case: about }) => (
          <tr key={seq}>
            <td class="list-when">
              <time dateTime={at}>
                {shortDate(language, dayOf(at))} {clock(language, at)}
              </time>
            </td>
            <td>
              <span class="list-who">{actor.name ?? named(actors, actor.kind)}</span>
              {actor.name && actor.kind !== 'staff' && (
                <span class="list-note">{named(actors, actor.kind)}</span>
              )}
            </td>
            <td>
              {named(acts, act)}
              {result === 'refused' && (
                <span class="list-refused">
                  <Icon of={Ban} small />
                  {refused}
                </span>
              )}
            </td>
            <td>
              {subject && (
                <>
                  {named(subjects, subject.kind)}{' '}
                  <span class="list-id" title={subject.id}>
                    {short(subject.id)}
                  </span>
                </>
              )}
              {about && about !== subject?.id && (
                <span class="list-note">
                  {named(subjects, 'case')} {about}
                </span>
              )}
            </td>
            <td>{clients.find(({ id }) => id === client)?.name ?? client}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** An id made by a machine is told apart by how it begins; all of it stands in the tooltip. */
const short = (id: string): string =>
  /^[0-9a-f]{8}[0-9a-f-]{24,28}$/.test(id) ? id.slice(0, 8) : id;
