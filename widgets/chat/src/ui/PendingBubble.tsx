import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { CircleAlert } from 'lucide';
import type { Pending } from '../sdk/outbox.ts';
import { useView } from './view.ts';

/** The debtor's own line that is not stored yet: under way, waiting for the line, or refused. */
export function PendingBubble({ message }: { message: Pending }) {
  const view = useView();
  const { state, sender } = view.texts.value;
  const { session } = view;
  const refused = message.state === 'refused';
  const held = refused || session.reach.offline.value;
  return (
    <div class={held ? 'message from-debtor first held' : 'message from-debtor first'}>
      <p class="unseen">{sender.you}</p>
      <div class="bubble">{message.text}</div>
      {refused && (
        <p class="unsent">
          <Icon of={CircleAlert} small />
          <span>{message.detail ? `${state.unsent}. ${message.detail}` : state.unsent}</span>
          <button type="button" class="again" onClick={() => session.outbox.retry(message.id)}>
            {state.retry}
          </button>
        </p>
      )}
      {held && !refused && <p class="unsent">{state.unsent}</p>}
    </div>
  );
}
