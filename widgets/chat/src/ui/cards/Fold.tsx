import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { ChevronDown } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

interface Props {
  title: string;
  /** Of the folds with one name a browser keeps only one open. */
  name?: string;
  open?: boolean;
  children: ComponentChildren;
}

/** A part of a card that is folded away until it is asked for; opened, it has the whole card in sight. */
export function Fold({ title, name, open = false, children }: Props) {
  // A browser tells also of a fold that comes open; nobody has asked to be taken there.
  const was = useRef(open);
  const show = ({ currentTarget: fold }: { currentTarget: HTMLDetailsElement }) => {
    if (fold.open && !was.current) fold.closest('.card')?.scrollIntoView({ block: 'nearest' });
    was.current = fold.open;
  };
  return (
    <details class="fold" name={name} open={open} onToggle={show}>
      <summary>
        <span>{title}</span>
        <Icon of={ChevronDown} small />
      </summary>
      {children}
    </details>
  );
}
