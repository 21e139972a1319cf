import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Info } from 'lucide';
import type { ComponentChildren } from 'preact';

/** A definition, one click away. */
export function About({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <details class="about">
      <summary>
        <Icon of={Info} small />
        {label}
      </summary>
      <p>{children}</p>
    </details>
  );
}
