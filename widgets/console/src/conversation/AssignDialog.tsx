import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { CircleCheck, Timer } from 'lucide';
import { useState } from 'preact/hooks';
import { useAnswer } from '../api/useAnswer.ts';
import { useDesk, useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import type { Team } from '../team/wire.ts';
import { counted } from '../words/texts.ts';
import type { Work } from './work.ts';

interface Props {
  work: Work;
  onClose: () => void;
}

/** To whom a leader gives it: those who are at work for its client, who holds least first. */
export function AssignDialog({ work, onClose }: Props) {
  const { client } = useDesk();
  const { language, texts } = useWords();
  const words = texts.assign;
  const [chosen, choose] = useState('');
  const team = useAnswer('team', () => client.call<Team>('GET', 'team'));
  const conversation = work.detail.value?.conversation;
  const holder = work.detail.value?.handoff.taken_by?.id;
  const people = (team.value?.people ?? [])
    .filter(
      ({ id, state, clients }) =>
        id !== holder &&
        state !== 'away' &&
        conversation &&
        clients.includes(conversation.client.id),
    )
    .sort((a, b) => a.holds - b.holds);
  const busy = work.busy.value === 'assign';

  const give = async () => {
    if (!chosen || busy) return;
    await work.assign(chosen);
    onClose();
  };

  return (
    <Dialog title={words.title} onClose={onClose}>
      <form
        class="assign"
        onSubmit={(event) => {
          event.preventDefault();
          void give();
        }}
      >
        {team.problem && <p role="alert">{team.problem}</p>}
        {!team.value && !team.problem && <p class="loading">{texts.frame.loading}</p>}
        {team.value && people.length === 0 && <p>{words.nobody}</p>}
        <div role="radiogroup" aria-label={words.title} class="assign-people">
          {people.map(({ id, name, state, holds }, at) => (
            <label key={id} class="check assign-person">
              <input
                type="radio"
                name="to"
                value={id}
                data-first={at === 0 ? true : undefined}
                checked={chosen === id}
                onChange={() => choose(id)}
              />
              <span class="assign-name">{name}</span>
              <span class="assign-state">
                <Icon of={state === 'available' ? CircleCheck : Timer} small />
                {texts.duty[state]}
              </span>
              <span class="assign-holds">{counted(language, words.holds, holds)}</span>
            </label>
          ))}
        </div>
        <div class="dialog-acts">
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" class="button primary" aria-disabled={!chosen || busy}>
            {words.give}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
