import { useWords } from '../desk.ts';
import { type Command, singleKeys } from './commands.ts';
import { Keys } from './Keys.tsx';

interface Props {
  /** Only where the control itself shows no word. */
  label?: string;
  command?: Command;
  /** To which side it opens, where the edge of the window is near. */
  side?: 'start' | 'end';
}

/** The tooltip of a control: what it does and the key that does the same. */
export function Tip({ label, command, side }: Props) {
  useWords();
  const shown = command && (singleKeys.value || command === 'send');
  if (!label && !shown) return null;
  return (
    <span class={`tip ${side ? `tip-${side}` : ''}`} aria-hidden="true">
      {label}
      {shown && <Keys of={command} first />}
    </span>
  );
}
