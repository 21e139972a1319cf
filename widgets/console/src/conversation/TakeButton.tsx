import { useWords } from '../desk.ts';
import { Tip } from '../keyboard/Tip.tsx';

export function TakeButton({ busy, onTake }: { busy: boolean; onTake: () => void }) {
  const { conversation } = useWords().texts;
  return (
    <button
      type="button"
      class="button primary"
      aria-keyshortcuts="t"
      aria-disabled={busy}
      onClick={onTake}
    >
      {busy ? conversation.taking : conversation.take}
      <Tip command="take" side="end" />
    </button>
  );
}
