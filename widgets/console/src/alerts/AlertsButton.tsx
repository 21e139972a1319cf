import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Bell, BellOff } from 'lucide';
import { useState } from 'preact/hooks';
import { useDesk, useWords } from '../desk.ts';
import { Tip } from '../keyboard/Tip.tsx';
import { AlertsDialog } from './AlertsDialog.tsx';

export function AlertsButton() {
  const { alerts } = useDesk();
  const { alerts: words } = useWords().texts;
  const [open, show] = useState(false);
  const on = alerts.notify.value || alerts.sound.value;
  return (
    <>
      <button
        type="button"
        class="button quiet top-alerts"
        aria-label={words.title}
        aria-haspopup="dialog"
        onClick={() => show(true)}
      >
        <Icon of={on ? Bell : BellOff} />
        <Tip label={words.title} side="end" />
      </button>
      {open && <AlertsDialog onClose={() => show(false)} />}
    </>
  );
}
