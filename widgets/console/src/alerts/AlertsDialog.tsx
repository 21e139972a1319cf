import { useState } from 'preact/hooks';
import { useDesk, useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { Trouble } from '../tools/Trouble.tsx';

/** How somebody at another window hears that there is something to do. */
export function AlertsDialog({ onClose }: { onClose: () => void }) {
  const { alerts } = useDesk();
  const { alerts: words, keys } = useWords().texts;
  const [refused, refuse] = useState(false);
  return (
    <Dialog title={words.title} onClose={onClose}>
      <label class="check">
        <input
          type="checkbox"
          data-first
          checked={alerts.notify.value}
          aria-describedby="alerts-hint"
          onChange={(event) => {
            const box = event.currentTarget;
            void alerts.allowNotifying(box.checked).then((may) => {
              refuse(!may);
              box.checked = alerts.notify.value;
            });
          }}
        />
        {words.notify}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={alerts.sound.value}
          onChange={(event) => alerts.allowSound(event.currentTarget.checked)}
        />
        {words.sound}
      </label>
      <p id="alerts-hint" class="hint">
        {words.hint}
      </p>
      <Trouble of={refused ? words.refused : null} />
      <div class="dialog-acts">
        <button type="button" class="button primary" onClick={onClose}>
          {keys.done}
        </button>
      </div>
    </Dialog>
  );
}
