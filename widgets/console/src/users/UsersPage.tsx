import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { UserPlus } from 'lucide';
import { useState } from 'preact/hooks';
import { useAnswer } from '../api/useAnswer.ts';
import { useClients } from '../clients/useClients.ts';
import { useDesk } from '../desk.ts';
import { Failed } from '../frame/Failed.tsx';
import '../styles/pages.css';
import '../styles/users.css';
import { usePageTexts } from '../words/pageTexts.ts';
import { PasswordDialog } from './PasswordDialog.tsx';
import { UserDialog } from './UserDialog.tsx';
import { UserTable } from './UserTable.tsx';
import type { StaffUser } from './wire.ts';

type Shown =
  | { dialog: 'add' }
  | { dialog: 'edit'; user: StaffUser }
  | { dialog: 'password'; user: StaffUser; password: string };

export function UsersPage() {
  const { client } = useDesk();
  const texts = usePageTexts('users');
  const [shown, show] = useState<Shown | null>(null);
  const answer = useAnswer('users', () => client.call<{ items: StaffUser[] }>('GET', 'users'));
  const choices = useClients();
  const items = answer.value?.items ?? [];

  const put = (user: StaffUser) => {
    const known = items.some(({ id }) => id === user.id);
    answer.set({
      items: known ? items.map((it) => (it.id === user.id ? user : it)) : [...items, user],
    });
  };

  return (
    <main id="page" class="page" tabIndex={-1} aria-busy={answer.busy}>
      <div class="page-body">
        <div class="page-head">
          <h1>{texts.title}</h1>
          <button
            type="button"
            class="button primary page-act"
            onClick={() => show({ dialog: 'add' })}
          >
            <Icon of={UserPlus} small />
            {texts.add}
          </button>
        </div>
        {answer.problem && <Failed problem={answer.problem} again={answer.again} />}
        {!answer.value && !answer.problem && <div class="chart-waiting" aria-hidden="true" />}
        {answer.value && (
          <UserTable
            users={items}
            clients={choices}
            onEdit={(user) => show({ dialog: 'edit', user })}
          />
        )}
      </div>
      {(shown?.dialog === 'add' || shown?.dialog === 'edit') && (
        <UserDialog
          user={shown.dialog === 'edit' ? shown.user : null}
          clients={choices}
          onClose={() => show(null)}
          onSaved={(user) => {
            put(user);
            show(null);
          }}
          onChanged={put}
          onPassword={(user, password) => {
            put(user);
            show({ dialog: 'password', user, password });
          }}
        />
      )}
      {shown?.dialog === 'password' && (
        <PasswordDialog user={shown.user} password={shown.password} onClose={() => show(null)} />
      )}
    </main>
  );
}
