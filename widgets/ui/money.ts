import { localeOf } from './locale.ts';

const formats = new Map<string, Intl.NumberFormat>();

function formatFor(tag: string | undefined, currency: string): Intl.NumberFormat {
  const key = `${tag} ${currency}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(tag, { style: 'currency', currency });
  formats.set(key, format);
  return format;
}

/** How many digits of a currency are minor units: two for most, none for some. */
export const minorDigits = (currency: string): number =>
  formatFor(undefined, currency).resolvedOptions().maximumFractionDigits ?? 2;

/** Moves the point in the digits themselves, so that no sum ever passes through a fraction. */
export function decimal(minor: number, digits: number): `${number}` {
  const sign = minor < 0 ? '-' : '';
  const figures = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = figures.slice(0, figures.length - digits);
  return (digits ? `${sign}${whole}.${figures.slice(-digits)}` : `${sign}${whole}`) as `${number}`;
}

/** An amount in minor units as the language writes it; the currency's own sign only at home. */
export function money(language: string, minor: number, currency: string): string {
  const locale = localeOf(language);
  const format = formatFor(locale.tag, currency);
  const amount = decimal(minor, minorDigits(currency)) as unknown as number;
  return format
    .formatToParts(amount)
    .map((part) =>
      part.type === 'currency' ? sign(part.value, locale.signs, currency) : part.value,
    )
    .join('');
}

// A browser's abbreviation for a neighbour's currency ("Nkr") is nobody's; its code is.
function sign(given: string, own: Record<string, string> | undefined, currency: string): string {
  return own?.[currency] ?? (/[\p{L}]/u.test(given) ? currency : given);
}
