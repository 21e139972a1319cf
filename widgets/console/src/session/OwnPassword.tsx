import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { CircleCheck, TriangleAlert } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { sentenceOf } from '../api/useAnswer.ts';
import { useDesk, useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { fill } from '../words/texts.ts';
import { PasswordField } from './PasswordField.tsx';
import password from './password.json';

/** A password of one's own choice; also the first thing to do with one that was made and told once. */
export function OwnPassword({ onClose }: { onClose: () => void }) {
  const { session } = useDesk();
  const { texts } = useWords();
  const { own } = texts.session;
  const [wasGiven] = useState(session.user.value?.one_time_password);
  const [trouble, setTrouble] = useState('');
  const [state, setState] = useState<'open' | 'busy' | 'done'>('open');
  const current = useRef<HTMLInputElement>(null);

  const save = async (form: HTMLFormElement) => {
    if (state === 'busy') return;
    const values = new FormData(form);
    setState('busy');
    setTrouble('');
    try {
      await session.changePassword(
        String(values.get('current-password')),
        String(values.get('new-password')),
      );
      setState('done');
    } catch (error) {
      setState('open');
      setTrouble(sentenceOf(error, texts.frame.failed));
      current.current?.focus();
    }
  };

  return (
    <Dialog title={own.title} stays onClose={onClose}>
      {state === 'done' ? (
        <>
          <p class="own-password-done" role="status">
            <Icon of={CircleCheck} />
            {own.done}
          </p>
          <div class="dialog-acts">
            <button type="button" class="button primary" ref={focused} onClick={onClose}>
              {own.close}
            </button>
          </div>
        </>
      ) : (
        <form
          class="own-password"
          onSubmit={(event) => {
            event.preventDefault();
            void save(event.currentTarget);
          }}
        >
          {wasGiven && <p>{own.one_time}</p>}
          {/* So that whatever keeps passwords knows whose it is. */}
          <input
            type="text"
            name="email"
            autocomplete="username"
            hidden
            readOnly
            value={session.user.value?.email}
          />
          <PasswordField
            id="current-password"
            label={own.current}
            autocomplete="current-password"
            about="own-password-problem"
            wrong={trouble !== ''}
            field={current}
            first
          />
          <div class="own-password-new">
            <PasswordField
              id="new-password"
              label={own.new}
              autocomplete="new-password"
              about="own-password-hint own-password-problem"
              wrong={trouble !== ''}
              least={password.least}
            />
            <p class="hint" id="own-password-hint">
              {fill(own.hint, { least: password.least })}
            </p>
          </div>
          <p class="hint">{own.others}</p>
          <div id="own-password-problem" role="alert">
            {trouble && (
              <p class="notice notice-bad">
                <Icon of={TriangleAlert} small />
                {trouble}
              </p>
            )}
          </div>
          <div class="dialog-acts">
            <button type="button" class="button" onClick={onClose}>
              {wasGiven ? own.later : own.cancel}
            </button>
            <button type="submit" class="button primary" aria-disabled={state === 'busy'}>
              {state === 'busy' ? own.saving : own.save}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

const focused = (button: HTMLButtonElement | null): void => button?.focus();
