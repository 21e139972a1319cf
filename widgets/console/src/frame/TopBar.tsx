import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Keyboard, LogOut } from 'lucide';
import { useDesk, useWords } from '../desk.ts';
import { Tip } from '../keyboard/Tip.tsx';
import { QUEUE } from './addresses.ts';

export function TopBar({ onKeys }: { onKeys: () => void }) {
  const desk = useDesk();
  const { frame, keys } = useWords().texts;
  return (
    <header class="top">
      <a class="top-name" href={QUEUE}>
        Sovinto
      </a>
      <span class="top-user">{desk.session.user.value?.name}</span>
      <button
        type="button"
        class="button quiet top-keys"
        aria-label={frame.keys}
        aria-keyshortcuts="?"
        onClick={onKeys}
      >
        <Icon of={Keyboard} />
        <Tip label={keys.title} command="help" side="end" />
      </button>
      <button
        type="button"
        class="button quiet"
        aria-label={frame.sign_out}
        onClick={() => void desk.signOut().catch(() => undefined)}
      >
        <Icon of={LogOut} />
        <Tip label={frame.sign_out} side="end" />
      </button>
    </header>
  );
}
