import { useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { allowSingleKeys, type Command, singleKeys } from './commands.ts';
import { Keys } from './Keys.tsx';
import keys from './keys.json';

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { texts } = useWords();
  return (
    <Dialog title={texts.keys.title} onClose={onClose}>
      <dl class="key-list">
        {(Object.keys(keys) as Command[]).map((command) => (
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
