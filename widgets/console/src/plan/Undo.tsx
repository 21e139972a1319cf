import { day } from '@sovinto/ui/format.ts';
import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { TriangleAlert, Undo2 } from 'lucide';
import { useState } from 'preact/hooks';
import { sentenceOf } from '../api/useAnswer.ts';
import type { Plan } from '../api/wire.ts';
import { DialogActs } from '../close/DialogActs.tsx';
import type { Work } from '../conversation/work.ts';
import { useDesk, useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { may } from '../frame/pages.ts';
import { fill } from '../words/texts.ts';

/** Takes a yes back for the debtor, while the client's days for it last. */
export function Undo({ work, plan }: { work: Work; plan: Plan }) {
  const { client, session } = useDesk();
  const { language, texts } = useWords();
  const { undo: words } = texts.granting;
  const [asking, ask] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const mine = work.holder.value === 'me' && may(session.user.value, 'plan.offer');
  if (!mine || !plan.can.undo || !plan.undo_until) return null;
  const until = day(language, plan.undo_until);

  const undo = async () => {
    if (busy) return;
    setBusy(true);
    setTrouble('');
    try {
      const conversation = encodeURIComponent(work.id);
      const id = encodeURIComponent(plan.id);
      await client.call('POST', `conversations/${conversation}/plans/${id}/undo`);
      ask(false);
    } catch (error) {
      setTrouble(sentenceOf(error, texts.frame.failed));
    } finally {
      setBusy(false);
      void work.load();
    }
  };

  return (
    <>
      <p class="plan-undo">
        <button type="button" class="button" onClick={() => ask(true)}>
          <Icon of={Undo2} small />
          {words.act}
        </button>
        <span class="part-note">{fill(texts.case.until, { date: until })}</span>
      </p>
      {asking && (
        <Dialog title={words.title} stays onClose={() => ask(false)}>
          <form
            class="close-form"
            onSubmit={(event) => {
              event.preventDefault();
              void undo();
            }}
          >
            <p>{plan.replaces ? words.text_change : words.text}</p>
            {trouble && (
              <p class="notice notice-bad" role="alert">
                <Icon of={TriangleAlert} small />
                {trouble}
              </p>
            )}
            <DialogActs
              cancel={texts.close.cancel}
              submit={words.act}
              blocked={busy}
              onCancel={() => ask(false)}
            />
          </form>
        </Dialog>
      )}
    </>
  );
}
