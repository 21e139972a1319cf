import type { ComponentChildren } from 'preact';

interface Props {
  title: string;
  /** The one large figure or date. */
  figure?: string | undefined;
  badge?: ComponentChildren;
  children?: ComponentChildren;
}

/** What all cards have in common: flat, one thing large, the rest small. */
export function Frame({ title, figure, badge, children }: Props) {
  return (
    <section class="card" aria-label={title}>
      <div class="card-head">
        <p class={figure ? 'card-title' : 'card-title alone'}>{title}</p>
        {badge}
      </div>
      {figure && <p class="card-figure">{figure}</p>}
      {children}
    </section>
  );
}
