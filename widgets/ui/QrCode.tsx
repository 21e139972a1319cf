interface Props {
  /** From the top, "1" for a dark module. */
  rows: string[];
  label: string;
  /** At most so wide and high. */
  pixels: number;
}

/** The white around it that the standard (ISO/IEC 18004) asks for, in modules. */
const QUIET = 4;

/** Black on white in the dark too, or cameras do not read it. */
export function QrCode({ rows, label, pixels }: Props) {
  const size = rows.length + 2 * QUIET;
  // Whole pixels a module: a camera takes uneven ones for noise.
  const width = size * Math.max(1, Math.floor(pixels / size));
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      width={width}
      height={width}
      viewBox={`0 0 ${size} ${size}`}
    >
      <rect class="qr-paper" width={size} height={size} />
      <path class="qr-ink" d={rows.map(line).join('')} />
    </svg>
  );
}

/** Each run of dark modules is one rectangle. */
function line(row: string, at: number): string {
  return [...row.matchAll(/1+/g)]
    .map(({ 0: run, index }) => `M${index + QUIET} ${at + QUIET}h${run.length}v1h-${run.length}z`)
    .join('');
}
