import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { ChevronDown } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../desk.ts';
import type { ConsolePage } from './pages.ts';

interface Props {
  /** What waits on the pages in it, or on the one that is open. */
  number: number;
  /** The one of them that is on the screen, whose name it then has. */
  open: ConsolePage | undefined;
  children: ComponentChildren;
}

/** The pages that a narrow bar has no room for. */
export function MorePages({ number, open, children }: Props) {
  const { frame } = useWords().texts;
  const [shown, setShown] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => setShown(false), [open]);
  useEffect(() => {
    const outside = ({ target }: Event) => {
      if (!(target instanceof Node && box.current?.contains(target))) setShown(false);
    };
    if (shown) document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [shown]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links within.
    <div
      ref={box}
      class="top-more"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !shown) return;
        event.stopPropagation();
        setShown(false);
        button.current?.focus();
      }}
      onFocusOut={({ relatedTarget: to }) => {
        if (to instanceof Node && !box.current?.contains(to)) setShown(false);
      }}
    >
      <button
        ref={button}
        type="button"
        class="top-page"
        aria-expanded={shown}
        aria-current={open ? 'true' : undefined}
        onClick={() => setShown(!shown)}
      >
        {open ? frame.pages[open.name] : frame.pages.more}
        {number ? <span class="tab-count">{number}</span> : null}
        <Icon of={ChevronDown} small />
      </button>
      {shown && (
        // biome-ignore lint/a11y/noStaticElementInteractions: what is pressed are the links.
        // biome-ignore lint/a11y/useKeyWithClickEvents: a link says its key as a click.
        <div class="top-more-list" onClick={() => setShown(false)}>
          {children}
        </div>
      )}
    </div>
  );
}
