import { uuid } from '@sovinto/ui/uuid.ts';
import { useRef, useState } from 'preact/hooks';
import { DialogActs } from '../close/DialogActs.tsx';
import { Note } from '../close/Note.tsx';
import type { Work } from '../conversation/work.ts';
import { useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { Pick } from '../frame/Pick.tsx';
import { PickDay } from '../frame/PickDay.tsx';
import { named } from '../words/texts.ts';
import { Trouble } from './Trouble.tsx';
import { useDoing } from './useDoing.ts';
import { useMacros } from './useMacros.ts';

interface Props {
  work: Work;
  reason: string | null;
  until: string | null;
  onClose: () => void;
}

/** Lets the case rest: for what, until when, and why. */
export function HoldDialog({ work, reason: first, until: wished, onClose }: Props) {
  const { texts } = useWords();
  const { hold: words, close } = texts.tools;
  const { value, problem } = useMacros(work.id);
  const doing = useDoing(work, onClose);
  const id = useRef(uuid());
  const [reason, setReason] = useState(first ?? '');
  const [until, setUntil] = useState<string | null>(wished);
  const [why, setWhy] = useState('');
  const chosen = value?.reasons.find((it) => it.reason === reason);
  const day = until ?? chosen?.until ?? '';
  const blocked = !chosen || doing.busy || (chosen.note === 'needed' && !why.trim());

  const submit = () => {
    if (blocked) return;
    void doing.post('holds', { id: id.current, reason, until: day || null, why: why.trim() });
  };
  return (
    <Dialog title={words.title} stays onClose={onClose}>
      <form
        class="close-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{words.text}</p>
        <div class="tool-row">
          <Pick
            label={words.reason}
            value={reason}
            all={words.choose}
            options={(value?.reasons ?? []).map((it) => ({
              value: it.reason,
              label: named(texts.holds, it.reason),
            }))}
            onPick={(picked) => {
              setReason(picked);
              setUntil(null);
            }}
          />
          <PickDay label={words.until} value={day} onPick={(picked) => setUntil(picked)} />
        </div>
        {chosen && !day && <p class="hint">{words.further}</p>}
        {chosen?.note === 'none' && <p class="hint">{words.no_note}</p>}
        {chosen?.note !== 'none' && (
          <Note
            label={chosen?.note === 'needed' ? words.why_needed : words.why}
            hint={texts.close.note_hint}
            value={why}
            onChange={setWhy}
          />
        )}
        <Trouble of={doing.trouble || problem} />
        <DialogActs cancel={close} submit={words.submit} blocked={blocked} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
