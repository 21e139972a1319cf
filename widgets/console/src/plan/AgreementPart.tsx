import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Calculator as CalculatorIcon, X } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Detail } from '../api/wire.ts';
import type { Work } from '../conversation/work.ts';
import { useDesk, useWords } from '../desk.ts';
import { may } from '../frame/pages.ts';
import { useCommand } from '../keyboard/commands.ts';
import { Tip } from '../keyboard/Tip.tsx';
import { Calculator } from './Calculator.tsx';
import { Granted } from './Granted.tsx';

/** What a person may agree in a conversation that they have taken. */
export function AgreementPart({ work, detail }: { work: Work; detail: Detail }) {
  const { session } = useDesk();
  const { granting, keys } = useWords().texts;
  const [shown, show] = useState(false);
  const part = useRef<HTMLElement>(null);
  const mine = work.holder.value === 'me';
  const open = mine && may(session.user.value, 'plan.offer') && detail.case;

  useEffect(() => {
    if (!mine) show(false);
  }, [mine]);
  useEffect(() => {
    if (!shown) return;
    part.current?.scrollIntoView({ block: 'start' });
    part.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, [shown]);
  useCommand('agree', open ? () => show(true) : null);

  if (!open && detail.granted.length === 0) return null;
  return (
    <section
      ref={part}
      class="part plan-part"
      aria-label={granting.title}
      onKeyDown={(event) => event.key === 'Escape' && show(false)}
    >
      {open && (
        <button
          type="button"
          class="button"
          aria-expanded={shown}
          aria-keyshortcuts="a"
          onClick={() => show(!shown)}
        >
          <Icon of={shown ? X : CalculatorIcon} small />
          {shown ? granting.close : granting.title}
          {!shown && <Tip label={keys.agree} command="agree" side="start" />}
        </button>
      )}
      {open && detail.case && shown && (
        <Calculator work={work} detail={detail} of={detail.case} onDone={() => show(false)} />
      )}
      <Granted work={work} detail={detail} />
    </section>
  );
}
