interface Entry {
  kind: string;
  amount: number;
}

/** Entries so that they sum to the total: where payments come as plain amounts, they are taken off. */
export function signed<E extends Entry>(entries: E[], total: number): E[] {
  if (sum(entries) === total) return entries;
  return entries.map((it) =>
    it.kind === 'payment' ? { ...it, amount: -Math.abs(it.amount) } : it,
  );
}

export const sum = (entries: Entry[]): number =>
  entries.reduce((all, { amount }) => all + amount, 0);
