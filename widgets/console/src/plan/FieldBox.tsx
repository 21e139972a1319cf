import { useId } from 'preact/hooks';
import { useWords } from '../desk.ts';
import { fill, named } from '../words/texts.ts';
import type { Field } from './terms.ts';

const EXAMPLE = 500;

interface Props {
  field: Field;
  label: string;
  value: string;
  currency: string;
  wrong: boolean;
  onType: (value: string) => void;
}

/** One term, in the browser's own control; an empty box is no wish. */
export function FieldBox({ field, label, value, currency, wrong, onType }: Props) {
  const { granting } = useWords().texts;
  const id = useId();
  const hint = `${id}-wrong`;
  const shared = {
    id,
    value,
    'aria-invalid': wrong || undefined,
    'aria-describedby': wrong ? hint : undefined,
    onInput: (event: Event & { currentTarget: HTMLInputElement | HTMLSelectElement }) =>
      onType(event.currentTarget.value),
  };
  return (
    <div class="plan-field">
      <label for={id}>
        {label}
        {field.type === 'money' && <span class="plan-currency">{currency}</span>}
      </label>
      {field.type === 'choice' ? (
        <select {...shared}>
          <option value="">{granting.any}</option>
          {field.choices?.map((choice) => (
            <option key={choice} value={choice}>
              {named(granting.rhythms, choice)}
            </option>
          ))}
        </select>
      ) : field.type === 'date' ? (
        <input type="date" {...shared} />
      ) : (
        <input
          type="text"
          inputMode={field.type === 'money' ? 'decimal' : 'numeric'}
          autocomplete="off"
          {...shared}
        />
      )}
      {wrong && (
        <p id={hint} class="plan-wrong">
          {field.type === 'money'
            ? fill(granting.amount_wrong, { example: EXAMPLE })
            : fill(granting.number_wrong, { most: field.most ?? '' })}
        </p>
      )}
    </div>
  );
}
