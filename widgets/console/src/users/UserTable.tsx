import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { CircleOff } from 'lucide';
import type { ClientCard } from '../clients/wire.ts';
import { useWords } from '../desk.ts';
import { languageName } from '../words/language.ts';
import { moment } from '../words/moment.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill, named } from '../words/texts.ts';
import type { StaffUser } from './wire.ts';

interface Props {
  users: StaffUser[];
  clients: ClientCard[];
  onEdit: (user: StaffUser) => void;
}

export function UserTable({ users, clients, onEdit }: Props) {
  const { language } = useWords();
  const { columns, roles, title, off, change, change_of, never, all_clients, two_steps } =
    usePageTexts('users');
  const clientsOf = (user: StaffUser) =>
    user.clients.includes('*')
      ? all_clients
      : user.clients.map((id) => clients.find((it) => it.id === id)?.name ?? id).join(', ');
  return (
    <table class="list list-stacks" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.role}</th>
          <th scope="col">{columns.clients}</th>
          <th scope="col">{columns.language}</th>
          <th scope="col">{columns.last_seen}</th>
          <th scope="col">
            <span class="unseen">{change}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id} class={user.active ? undefined : 'user-off'}>
            <th scope="row">
              <span class="list-who">{user.name}</span>
              <span class="list-note">{user.email}</span>
            </th>
            <td>
              {named(roles, user.role)}
              {user.has_second_step && <span class="list-note">{two_steps}</span>}
              {!user.active && (
                <span class="list-refused">
                  <Icon of={CircleOff} small />
                  {off}
                </span>
              )}
            </td>
            <td>{clientsOf(user)}</td>
            <td>{languageName(language, user.language)}</td>
            <td class="list-when">
              <span class="list-label" aria-hidden="true">
                {columns.last_seen}{' '}
              </span>
              {user.last_seen_at ? moment(language, user.last_seen_at) : never}
            </td>
            <td class="figure">
              <button
                type="button"
                class="button"
                aria-label={fill(change_of, { name: user.name })}
                onClick={() => onEdit(user)}
              >
                {change}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
