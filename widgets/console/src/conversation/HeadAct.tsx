import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import type { IconNode } from 'lucide';
import { useWords } from '../desk.ts';
import type { Command } from '../keyboard/commands.ts';
import keys from '../keyboard/keys.json';
import { Tip } from '../keyboard/Tip.tsx';

interface Props {
  icon: IconNode;
  word: string;
  /** What it does at more length, where the word alone says too little. */
  label?: string;
  command: Command;
  onPress: () => void;
}

/** Something that can be done with the conversation, with its key in the tooltip. */
export function HeadAct({ icon, word, label = word, command, onPress }: Props) {
  const { texts } = useWords();
  return (
    <button
      type="button"
      class="button"
      aria-label={label}
      aria-keyshortcuts={keys[command].keys.join(' ')}
      onClick={onPress}
    >
      <Icon of={icon} small />
      {word}
      <Tip label={texts.keys[command]} command={command} side="end" />
    </button>
  );
}
