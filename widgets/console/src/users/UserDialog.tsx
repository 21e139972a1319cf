import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import { sentenceOf } from '../api/useAnswer.ts';
import type { ClientCard } from '../clients/wire.ts';
import { useDesk, useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill } from '../words/texts.ts';
import { UserFields } from './UserFields.tsx';
import { WorkFields } from './WorkFields.tsx';
import type { Added, NewUser, StaffUser } from './wire.ts';

interface Props {
  /** Null adds one. */
  user: StaffUser | null;
  clients: ClientCard[];
  onClose: () => void;
  onSaved: (user: StaffUser) => void;
  /** Changed, and the dialog stays. */
  onChanged: (user: StaffUser) => void;
  onPassword: (user: StaffUser, password: string) => void;
}

export function UserDialog({ user, clients, onClose, onSaved, onChanged, onPassword }: Props) {
  const { client, session } = useDesk();
  const { language, texts } = useWords();
  const own = usePageTexts('users');
  const [given, give] = useState<NewUser>(user ?? fresh(language));
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const [hasSecondStep, setSecondStep] = useState(user?.has_second_step ?? false);
  const fixed = user?.by_provider ?? false;
  const me = user?.id === session.user.value?.id;
  const at = `users/${encodeURIComponent(user?.id ?? '')}`;

  const act = async (task: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setTrouble('');
    try {
      await task();
    } catch (error) {
      setTrouble(sentenceOf(error, texts.frame.failed));
    } finally {
      setBusy(false);
    }
  };
  const patch = (changes: Partial<StaffUser>) =>
    act(async () => {
      const answer = await client.call<StaffUser | { user: StaffUser }>('PATCH', at, changes);
      onSaved('user' in answer ? answer.user : answer);
    });
  const save = () => {
    const { name, email, role, language: read, clients: of, speaks, skills } = given;
    const work = { speaks, skills };
    if (fixed) return patch({ language: read, ...work });
    if (user) return patch({ name, role, language: read, clients: of, ...work });
    return act(async () => {
      const who = { name: name.trim(), email: email.trim(), role, language: read };
      const body = { ...who, clients: of, speaks, skills };
      const added = await client.call<Added>('POST', 'users', body);
      onPassword(added.user, added.password);
    });
  };
  const newPassword = () =>
    act(async () => {
      const { password } = await client.call<{ password: string }>('POST', `${at}/password`);
      if (user) onPassword(user, password);
    });

  const removeSecondStep = () =>
    act(async () => {
      await client.call('DELETE', `${at}/second-step`);
      setSecondStep(false);
      if (user) onChanged({ ...user, has_second_step: false });
    });

  return (
    <Dialog
      title={user ? fill(own.change_of, { name: user.name }) : own.add}
      stays
      onClose={onClose}
    >
      <form
        class="user-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {fixed && <p class="notice">{own.by_provider}</p>}
        <UserFields
          given={given}
          give={give}
          known={user !== null}
          fixed={fixed}
          clients={clients}
        />
        {worksAtDesk.includes(given.role) && <WorkFields given={given} give={give} />}
        {trouble && (
          <p class="notice notice-bad" role="alert">
            <Icon of={TriangleAlert} small />
            {trouble}
          </p>
        )}
        <p class="hint" role="status">
          {user?.has_second_step && !hasSecondStep && own.reset_done}
        </p>
        {user && (
          <div class="user-more">
            {!fixed && (
              <button type="button" class="button" onClick={() => void newPassword()}>
                {own.new_password}
              </button>
            )}
            {hasSecondStep && !me && (
              <button type="button" class="button" onClick={() => void removeSecondStep()}>
                {own.reset}
              </button>
            )}
            {!me && (
              <button
                type="button"
                class="button"
                onClick={() => void patch({ active: !user.active })}
              >
                {user.active ? own.switch_off : own.switch_on}
              </button>
            )}
          </div>
        )}
        <div class="dialog-acts">
          <button type="button" class="button" onClick={onClose}>
            {own.cancel}
          </button>
          <button type="submit" class="button primary" aria-disabled={busy}>
            {user ? own.save : own.add}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Roles that are given conversations. */
const worksAtDesk = ['agent', 'supervisor'];

const fresh = (language: string): NewUser => ({
  name: '',
  email: '',
  role: 'agent',
  language,
  clients: ['*'],
  speaks: [],
  skills: [],
});
