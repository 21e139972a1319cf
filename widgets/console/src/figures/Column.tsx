import type { ComponentChildren } from 'preact';

interface Props {
  /** What it stands for and how much, for a pointer that rests on it. */
  says: string;
  address: string | null;
  /** The name below it, and where there is room for one. */
  name: string;
  named: 'always' | 'wide' | null;
  children: ComponentChildren;
}

/** One standing bar. By key the same is reached in the table, and not in fifty stops. */
export function Column({ says, address, name, named, children }: Props) {
  const inside = (
    <>
      {children}
      {named && <span class={`column-name column-${named}`}>{name}</span>}
    </>
  );
  if (!address)
    return (
      <span class="column" title={says}>
        {inside}
      </span>
    );
  return (
    <a class="column" tabIndex={-1} title={says} href={address}>
      {inside}
    </a>
  );
}
