import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  label: string;
  value: string;
  /** What stands for no choice. */
  all?: string | undefined;
  options: { value: string; label: string }[];
  onPick: (value: string) => void;
}

/** One choice of a filter row, in the browser's own control. */
export function Pick({ label, value, all, options, onPick }: Props) {
  const id = useId();
  const select = useRef<HTMLSelectElement>(null);
  // The choices may come after the choice, which a select then has forgotten.
  useLayoutEffect(() => {
    if (select.current) select.current.value = value;
  });
  return (
    <div class="pick">
      <label for={id}>{label}</label>
      <select
        ref={select}
        id={id}
        value={value}
        onChange={(event) => onPick(event.currentTarget.value)}
      >
        {all && <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
