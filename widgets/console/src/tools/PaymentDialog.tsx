import { uuid } from '@sovinto/ui/uuid.ts';
import { useRef } from 'preact/hooks';
import { DialogActs } from '../close/DialogActs.tsx';
import type { Work } from '../conversation/work.ts';
import { useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { Trouble } from './Trouble.tsx';
import { useDoing } from './useDoing.ts';

/** Sends the card with amount, reference and account; it goes to the debtor, so it asks once. */
export function PaymentDialog({ work, onClose }: { work: Work; onClose: () => void }) {
  const { payment: words, close } = useWords().texts.tools;
  const doing = useDoing(work, onClose);
  const id = useRef(uuid());
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form
        class="close-form"
        onSubmit={(event) => {
          event.preventDefault();
          void doing.post('payment-details', { id: id.current });
        }}
      >
        <p>{words.text}</p>
        <Trouble of={doing.trouble} />
        <DialogActs
          cancel={close}
          submit={words.submit}
          blocked={doing.busy}
          onCancel={onClose}
          first
        />
      </form>
    </Dialog>
  );
}
