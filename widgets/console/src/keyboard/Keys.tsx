import { useWords } from '../desk.ts';
import type { Command } from './commands.ts';
import keys from './keys.json';

/** The keys of one command, as the agent's keyboard names them. */
export function Keys({ of, first = false }: { of: Command; first?: boolean }) {
  const names: Record<string, string> = useWords().texts.keys.names;
  const shown = first ? keys[of].shown.slice(0, 1) : keys[of].shown;
  return (
    <span class="keys">
      {shown.map((chord) => (
        <span class="chord" key={chord.join()}>
          {chord.map((key) => (
            <kbd key={key}>{names[key] ?? key.toUpperCase()}</kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
