import { useEffect, useId, useRef } from 'preact/hooks';

interface Props {
  label: string;
  value: string;
  onPick: (value: string) => void;
}

/** A filter that is typed: asked for with Enter, or when the box is left. */
export function PickText({ label, value, onPick }: Props) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.value = value;
  }, [value]);
  const pick = () => {
    const typed = box.current?.value.trim() ?? '';
    if (typed !== value) onPick(typed);
  };
  return (
    <div class="pick">
      <label for={id}>{label}</label>
      <input
        ref={box}
        id={id}
        type="search"
        defaultValue={value}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        onBlur={pick}
        onKeyDown={(event) => event.key === 'Enter' && pick()}
      />
    </div>
  );
}
