import type { Outcome } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { named } from '../words/texts.ts';
import type { Ending } from './wire.ts';

export interface Picked {
  outcome: Outcome;
  reason: string | null;
}

interface Props {
  of: Ending['outcomes'];
  picked: Picked | null;
  onPick: (picked: Picked) => void;
}

/** Each outcome with its reasons: choosing a reason chooses both. A number chooses too. */
export function Outcomes({ of, picked, onPick }: Props) {
  const { close } = useWords().texts;
  const all: Picked[] = of.flatMap(({ outcome, reasons }) =>
    (reasons.length ? reasons : [null]).map((reason) => ({ outcome, reason })),
  );
  const keyOf = (it: Picked) => `${it.outcome}.${it.reason}`;

  return (
    <div
      class="outcomes"
      role="radiogroup"
      aria-label={close.title}
      onKeyDown={(event) => {
        const numbered = all[NUMBERS.indexOf(event.key)];
        if (!numbered) return;
        event.preventDefault();
        onPick(numbered);
        event.currentTarget.querySelector<HTMLElement>(`[value="${keyOf(numbered)}"]`)?.focus();
      }}
    >
      {of.map(({ outcome }) => (
        <fieldset class="outcome-group" key={outcome}>
          <legend>{close[outcome]}</legend>
          {all
            .filter((it) => it.outcome === outcome)
            .map((it) => (
              <label class="outcome" key={keyOf(it)}>
                <input
                  type="radio"
                  name="ending"
                  value={keyOf(it)}
                  checked={picked !== null && keyOf(picked) === keyOf(it)}
                  onChange={() => onPick(it)}
                />
                <span>{it.reason ? named(close.reasons, it.reason) : close[outcome]}</span>
                <span class="outcome-key" aria-hidden="true">
                  <kbd>{NUMBERS[all.indexOf(it)]}</kbd>
                </span>
              </label>
            ))}
        </fieldset>
      ))}
    </div>
  );
}

/** More than ten go on with letters, in the order of the keyboard that all languages here share. */
const NUMBERS = [...'1234567890qwertuiop'];
