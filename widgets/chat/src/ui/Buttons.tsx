import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import type { Button } from '@sovinto/ui/wire.ts';
import { IdCard } from 'lucide';
import { goOn } from './focus.ts';
import { askToIdentify, IDENTIFY } from './identify.ts';
import { ReceiptButton, SEND_RECEIPT } from './ReceiptButton.tsx';
import { useView } from './view.ts';

interface Props {
  buttons: Button[];
  /** False once a later message offers others. */
  live: boolean;
  /** The rest has been overtaken by what came after. */
  identifyOnly: boolean;
  /** Below an offered plan the first button is the one thing to do; to identify goes before anything. */
  strong: boolean;
}

export function Buttons({ buttons, live, identifyOnly, strong }: Props) {
  const { session } = useView();
  const asked = buttons.some((button) => button.payload === IDENTIFY);
  const busy = session.outbox.busy.value;

  const press = ({ title, payload }: Button, pressed: HTMLElement) => {
    if (payload === IDENTIFY) {
      askToIdentify(session.client.value?.identify_url ?? null);
      return;
    }
    // Two presses in haste come before the first is drawn.
    if (session.outbox.busy.value) return;
    session.send(title, payload);
    goOn(pressed);
  };

  return (
    <ul class="buttons">
      {buttons.map((button, at) => {
        const identify = button.payload === IDENTIFY;
        const able = live && (identify || !identifyOnly);
        const primary = able && (asked ? identify : strong && at === 0);
        if (button.payload === SEND_RECEIPT) {
          return (
            <li key={button.payload}>
              <ReceiptButton title={button.title} able={able} primary={able} />
            </li>
          );
        }
        return (
          <li key={button.payload}>
            <button
              type="button"
              class={primary ? 'button primary' : 'button'}
              disabled={!able || (busy && !identify)}
              onClick={(event) => press(button, event.currentTarget)}
            >
              {identify && <Icon of={IdCard} small />}
              <span>{button.title}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
