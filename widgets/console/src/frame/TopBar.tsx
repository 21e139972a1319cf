import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { CircleUserRound, Keyboard, LogOut } from 'lucide';
import { AlertsButton } from '../alerts/AlertsButton.tsx';
import { useDesk, useWords } from '../desk.ts';
import { DutySwitch } from '../duty/DutySwitch.tsx';
import { Tip } from '../keyboard/Tip.tsx';
import { BASE, SECURITY } from './addresses.ts';
import { Pages } from './Pages.tsx';
import { type ConsolePage, may, type PageName } from './pages.ts';

interface Props {
  pages: ConsolePage[];
  open: PageName | undefined;
  onKeys: () => void;
}

export function TopBar({ pages, open, onKeys }: Props) {
  const desk = useDesk();
  const { frame, keys } = useWords().texts;
  const numbers: Partial<Record<PageName, number>> = {
    approvals: desk.approvals.waiting.value.length,
    deadlines: desk.deadlines.counts.value?.late ?? 0,
  };
  return (
    <header class="top">
      <a class="top-name" href={pages[0]?.address ?? BASE}>
        Sovinto
      </a>
      {/* Who has one page only needs no way to it. */}
      {pages.length > 1 && <Pages pages={pages} open={open} numbers={numbers} />}
      <DutySwitch />
      <a
        class="button quiet top-user"
        href={SECURITY}
        aria-current={open === 'security' ? 'page' : undefined}
      >
        <Icon of={CircleUserRound} />
        <span class="top-user-name">{desk.session.user.value?.name}</span>
        <span class="unseen">{frame.pages.security}</span>
        <Tip label={frame.pages.security} side="end" />
      </a>
      {may(desk.session.user.value, 'queue.work') && <AlertsButton />}
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
