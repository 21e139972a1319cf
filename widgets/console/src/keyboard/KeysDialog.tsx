import { useDesk, useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { may, type PageName } from '../frame/pages.ts';
import { allowSingleKeys, type Command, singleKeys } from './commands.ts';
import { Keys } from './Keys.tsx';
import keys from './keys.json';

interface Props {
  page: PageName | undefined;
  onClose: () => void;
}

/** The keys of the page that is open, without what one's role does not open. */
export function KeysDialog({ page, onClose }: Props) {
  const { texts } = useWords();
  const user = useDesk().session.user.value;
  const here = (Object.keys(keys) as Command[]).filter((command) => {
    const { only, may: permission }: { only: string[] | null; may?: string } = keys[command];
    return (!only || only.includes(page ?? '')) && (!permission || may(user, permission));
  });
  return (
    <Dialog title={texts.keys.title} onClose={onClose}>
      <dl class="key-list">
        {here.map((command) => (
          <div key={command}>
            <dt>{texts.keys[command]}</dt>
            <dd>
              <Keys of={command} />
            </dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={singleKeys.value}
          aria-describedby="single-hint"
          onChange={(event) => allowSingleKeys(event.currentTarget.checked)}
        />
        {texts.keys.single}
      </label>
      <p id="single-hint" class="hint">
        {texts.keys.single_hint}
      </p>
      <div class="dialog-acts">
        <button type="button" class="button primary" onClick={onClose}>
          {texts.keys.done}
        </button>
      </div>
    </Dialog>
  );
}
