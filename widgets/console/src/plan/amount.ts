import { minorDigits } from '@sovinto/ui/money.ts';

/**
 * An amount as people type it (1 500, 150,50, 150.5) in minor units; null for what is none. The
 * digits are moved and never become a fraction. What stands before three last digits is a
 * thousand's mark: nobody writes a currency's thousandths.
 */
export function typedAmount(typed: string, currency: string): number | null {
  const digits = minorDigits(currency);
  const packed = typed.replace(/[\s\u00a0\u202f']/g, '');
  const [, whole, fraction = ''] =
    /^([1-9]\d{0,2}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(packed) ?? [];
  if (!whole || fraction.length > digits) return null;
  const minor = Number(whole.replace(/[.,]/g, '') + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) && minor > 0 ? minor : null;
}
