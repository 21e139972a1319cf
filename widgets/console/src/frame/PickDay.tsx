import { useId } from 'preact/hooks';

interface Props {
  label: string;
  /** ISO day; empty for none. */
  value: string;
  min?: string | undefined;
  max?: string | undefined;
  onPick: (value: string) => void;
}

/** One day of a filter row. Half-typed dates are not asked for. */
export function PickDay({ label, value, min, max, onPick }: Props) {
  const id = useId();
  return (
    <div class="pick">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        min={min}
        max={max}
        onChange={(event) =>
          event.currentTarget.checkValidity() && onPick(event.currentTarget.value)
        }
      />
    </div>
  );
}
