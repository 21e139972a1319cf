import type { ComponentChildren } from 'preact';

/** A label and its value: the small lines below a card's figure. */
export function Row({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="row">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export const Rows = ({ children }: { children: ComponentChildren }) => (
  <dl class="rows">{children}</dl>
);
