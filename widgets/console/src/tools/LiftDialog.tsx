import { day } from '@sovinto/ui/format.ts';
import { useEffect, useState } from 'preact/hooks';
import { DialogActs } from '../close/DialogActs.tsx';
import { Note } from '../close/Note.tsx';
import type { Work } from '../conversation/work.ts';
import { useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { fill, named } from '../words/texts.ts';
import { Trouble } from './Trouble.tsx';
import { useDoing } from './useDoing.ts';
import { useMacros } from './useMacros.ts';
import type { Held } from './wire.ts';

/** Ends a rest of the case; why is kept with the case. */
export function LiftDialog({ work, onClose }: { work: Work; onClose: () => void }) {
  const { texts } = useWords();
  const { lift: words, close } = texts.tools;
  const { value, problem } = useMacros(work.id);
  const doing = useDoing(work, onClose);
  const [picked, pick] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const holds = value?.holds ?? [];
  const mine = holds.filter((it) => it.mine);
  // Where there is only one, it is meant.
  const chosen = picked ?? (mine.length === 1 ? mine[0]?.id : null);
  const blocked = !chosen || !why.trim() || doing.busy;

  useEffect(() => {
    // The dialog opened before it was known what there is to choose.
    if (value) document.querySelector<HTMLElement>('.tool-choices input:enabled')?.focus();
  }, [value]);

  return (
    <Dialog title={words.title} stays onClose={onClose}>
      <form
        class="close-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!blocked) void doing.post(`holds/${chosen}/lift`, { why: why.trim() });
        }}
      >
        {value && holds.length === 0 && <p>{texts.case.no_holds}</p>}
        <fieldset class="tool-choices">
          <legend class="unseen">{words.which}</legend>
          {holds.map((held) => (
            <label class="outcome" key={held.id}>
              <input
                type="radio"
                name="hold"
                value={held.id}
                checked={chosen === held.id}
                disabled={!held.mine}
                onChange={() => pick(held.id)}
              />
              <HeldLine of={held} />
            </label>
          ))}
        </fieldset>
        {holds.length > 0 && (
          <Note label={words.why} hint={words.hint} value={why} onChange={setWhy} />
        )}
        <Trouble of={doing.trouble || problem} />
        <DialogActs cancel={close} submit={words.submit} blocked={blocked} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function HeldLine({ of }: { of: Held }) {
  const { language, texts } = useWords();
  const { lift: words } = texts.tools;
  const roles = of.lifted_by.map((role) => named(texts.granting.roles, role));
  return (
    <span>
      {named(texts.holds, of.reason)}
      <span class="tool-more">
        {[
          fill(words.since, { date: day(language, of.placed_at.slice(0, 10)) }),
          of.until
            ? fill(texts.case.until, { date: day(language, of.until) })
            : texts.case.until_further,
          of.mine ? '' : fill(words.needs, { role: roles.join(', ') }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  );
}
