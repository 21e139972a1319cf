const KILO = 1000;

/** The size of a file as people of the language write it: 86 kB, 1,4 MB. */
export function size(language: string, bytes: number): string {
  const large = bytes >= KILO * KILO;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  }).format(large ? bytes / (KILO * KILO) : Math.max(1, bytes / KILO));
}
