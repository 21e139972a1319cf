interface Props {
  label: string;
  hint: string;
  value: string;
  rows?: number;
  onChange: (text: string) => void;
}

export function Note({ label, hint, value, rows = 3, onChange }: Props) {
  return (
    <div class="field">
      <label for="note">{label}</label>
      <textarea
        id="note"
        rows={rows}
        value={value}
        aria-describedby="note-hint"
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <p id="note-hint" class="hint">
        {hint}
      </p>
    </div>
  );
}
