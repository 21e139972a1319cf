import { useId } from 'preact/hooks';
import { useWords } from '../desk.ts';
import type { Kind } from './wire.ts';

interface Props {
  of: Kind[];
  chosen: Kind;
  onChoose: (kind: Kind) => void;
}

/** What the agreement is about. */
export function Kinds({ of, chosen, onChoose }: Props) {
  const { granting } = useWords().texts;
  const name = useId();
  return (
    <fieldset class="plan-kinds">
      <legend class="unseen">{granting.kind}</legend>
      {of.map((kind, at) => (
        <label key={kind} class="plan-kind">
          <input
            type="radio"
            name={name}
            value={kind}
            checked={kind === chosen}
            data-first={at === 0 ? true : undefined}
            onChange={() => onChoose(kind)}
          />
          {granting.kinds[kind]}
        </label>
      ))}
    </fieldset>
  );
}
