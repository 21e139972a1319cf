import layout from './layout.json';

const known: Record<string, string> = layout.tones;

/** The colour of each part of a whole; a part that has none yet takes a spare one. */
export function tonesOf(keys: readonly string[]): Map<string, string> {
  const spare = [...layout.spare_tones];
  return new Map(keys.map((key) => [key, known[key] ?? spare.shift() ?? 'left']));
}

/** Bottom to top: what went well first, what did not last, whatever order it came in. */
export function stacked(keys: readonly string[]): string[] {
  const order = Object.keys(known);
  const place = (key: string) => {
    const at = order.indexOf(key);
    return at < 0 ? order.indexOf('person') - 0.5 : at;
  };
  return [...keys].sort((one, other) => place(one) - place(other));
}
