import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Clock, TriangleAlert } from 'lucide';
import { useWords } from '../desk.ts';
import type { Pending } from './outbox.ts';
import type { Work } from './work.ts';

/** What the agent has written and the debtor may not have yet. */
export function PendingLine({ pending, work }: { pending: Pending; work: Work }) {
  const { composer, conversation } = useWords().texts;
  const refused = pending.state === 'refused';
  return (
    <section class="group group-agent group-pending">
      <h2 class="group-who">
        <span class="group-name">{conversation.sender.you}</span>
      </h2>
      <div class="line">
        <div class="line-said">
          <p class="line-text">{pending.text}</p>
        </div>
      </div>
      <div
        class={refused ? 'pending pending-refused' : 'pending'}
        role={refused ? 'alert' : 'status'}
      >
        <Icon of={refused ? TriangleAlert : Clock} small />
        <span>
          {refused
            ? [composer.refused, pending.detail].filter(Boolean).join('. ')
            : pending.state === 'retrying'
              ? composer.retrying
              : composer.sending}
        </span>
        {refused && (
          <>
            <button type="button" class="link" onClick={() => work.outbox.retry(pending.id)}>
              {composer.retry}
            </button>
            <button type="button" class="link" onClick={() => work.edit(pending.id)}>
              {composer.edit}
            </button>
          </>
        )}
      </div>
    </section>
  );
}
