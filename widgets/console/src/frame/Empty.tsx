import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';

interface Props {
  icon: IconNode;
  title: string;
  text?: string;
  children?: ComponentChildren;
}

/** A pane that has nothing to show, and says why. */
export function Empty({ icon, title, text, children }: Props) {
  return (
    <div class="empty">
      <Icon of={icon} />
      <p class="empty-title">{title}</p>
      {text && <p class="empty-text">{text}</p>}
      {children}
    </div>
  );
}
