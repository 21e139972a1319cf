const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The least round number that is not below a value: bars begin at nought and end under it. */
export function ceiling(value: number): number {
  if (!(value > 0)) return 1;
  const size = 10 ** Math.floor(Math.log10(value));
  return (STEPS.find((step) => step * size >= value) ?? 10) * size;
}

/** A length of the scale, for a style. */
export const share = (value: number | null, top: number): string =>
  `${(Math.max(0, value ?? 0) / top) * 100}%`;

/** Which of many names below an axis are written; a narrow window has room for every second. */
export function named(at: number, count: number, room: number): 'always' | 'wide' | null {
  const step = Math.ceil(count / room);
  if (at % step) return null;
  return at % (2 * step) ? 'wide' : 'always';
}
