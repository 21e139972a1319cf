import { standInFor } from './standins.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.NumberFormat>();

function unit(language: string, n: number, name: 'second' | 'minute' | 'hour' | 'day'): string {
  const own = standInFor(language)?.units[name];
  if (own) return own.replace('{n}', String(n));
  const key = `${language} ${name}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' });
  formats.set(key, format);
  return format.format(n);
}

/** A wait in the one or two units that matter: 40 s, 12 min, 1 h 5 min, 3 days. */
export function duration(language: string, seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < MINUTE) return unit(language, whole, 'second');
  if (whole < HOUR) return unit(language, Math.floor(whole / MINUTE), 'minute');
  if (whole >= DAY) return unit(language, Math.floor(whole / DAY), 'day');
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  const hours = unit(language, Math.floor(whole / HOUR), 'hour');
  return minutes ? `${hours} ${unit(language, minutes, 'minute')}` : hours;
}
