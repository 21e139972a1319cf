import type { Work } from '../conversation/work.ts';
import { useDesk } from '../desk.ts';
import { may } from '../frame/pages.ts';
import { useCommand } from '../keyboard/commands.ts';
import { HoldDialog } from './HoldDialog.tsx';
import { LiftDialog } from './LiftDialog.tsx';
import { PaymentDialog } from './PaymentDialog.tsx';

/** What is opened over the conversation, and the keys that open it. */
export function Tools({ work }: { work: Work }) {
  const user = useDesk().session.user.value;
  const { value: tool } = work.tool;
  const onCase = Boolean(work.detail.value?.case);
  const mine = work.holder.value === 'me';
  const close = () => {
    work.tool.value = null;
  };
  const opens = (kind: 'hold' | 'lift' | 'payment', allowed: boolean) =>
    allowed && onCase
      ? () => {
          work.tool.value = { kind };
        }
      : null;
  useCommand('hold', opens('hold', may(user, 'hold.place')));
  useCommand('lift', opens('lift', may(user, 'hold.lift')));
  useCommand('payment', opens('payment', mine));

  if (tool?.kind === 'hold')
    return (
      <HoldDialog
        work={work}
        reason={tool.reason ?? null}
        until={tool.until ?? null}
        onClose={close}
      />
    );
  if (tool?.kind === 'lift') return <LiftDialog work={work} onClose={close} />;
  if (tool?.kind === 'payment') return <PaymentDialog work={work} onClose={close} />;
  return null;
}
