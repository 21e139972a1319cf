import currencies from './currencies.json';
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

interface Home {
  /** A locale that writes figures as people do where the currency is at home. */
  tag: string;
  sign: string;
}

const homes: Record<string, Home | undefined> = currencies;

/**
 * An amount in minor units as the currency's own country writes it, whatever language is read: as
 * the backend writes it in the same message. Other currencies go by their code.
 */
export function money(language: string, minor: number, currency: string): string {
  const home = homes[currency];
  const format = formatFor(home?.tag ?? localeOf(language).tag, currency);
  const amount = decimal(minor, minorDigits(currency)) as unknown as number;
  return format
    .formatToParts(amount)
    .map(({ type, value }) => (type === 'currency' ? (home?.sign ?? currency) : value))
    .join('');
}
