import type { IconNode } from 'lucide';
import { h } from 'preact';

interface Props {
  /** One of Lucide's icons: `import { Phone } from 'lucide'`. */
  of: IconNode;
  small?: boolean;
}

/** Always decoration: the word beside it, or the control's own label, says what it means. */
export function Icon({ of, small = false }: Props) {
  return (
    <svg
      aria-hidden="true"
      class={small ? 'icon icon-small' : 'icon'}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {of.map(([tag, attributes], at) => h(tag, { key: at, ...attributes }))}
    </svg>
  );
}
