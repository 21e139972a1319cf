import { decimal, minorDigits, money } from '@sovinto/ui/format.ts';
import { describe, expect, test } from 'vitest';

const spaced = (text: string) => text.replace(/\s/g, ' ');

describe('money', () => {
  test.each([
    ['sv', 486000, 'SEK', '4 860,00 kr'],
    ['nb', 486000, 'NOK', '4 860,00 kr'],
    ['da', 486000, 'DKK', '4.860,00 kr.'],
    ['fi', 48600, 'EUR', '486,00 €'],
    ['is', 64800, 'ISK', '64.800 kr.'],
    ['en', 486000, 'SEK', '4 860,00 kr'],
    ['sv', 48600, 'EUR', '486,00 €'],
    ['sv', 123456789, 'SEK', '1 234 567,89 kr'],
  ])('in %s %i minor units of %s are written %s', (language, minor, currency, written) => {
    expect(spaced(money(language, minor, currency))).toBe(written);
  });

  test('a figure looks the same in each language, so that card and sentence agree', () => {
    const written = ['sv', 'fi', 'da', 'en'].map((it) => spaced(money(it, 123456789, 'SEK')));
    expect(new Set(written)).toEqual(new Set(['1 234 567,89 kr']));
  });

  test('a currency that is at home nowhere here goes by its code', () => {
    expect(spaced(money('en', 100000, 'GBP'))).toBe('GBP1,000.00');
  });

  test('a payment is negative and keeps its cents', () => {
    expect(spaced(money('en', -5, 'EUR'))).toBe('−0,05 €');
  });

  test('a figure never breaks across two lines', () => {
    expect(money('sv', 486000, 'SEK')).not.toContain(' ');
  });

  test('the currency itself says how many digits are minor', () => {
    expect([minorDigits('SEK'), minorDigits('EUR'), minorDigits('ISK')]).toEqual([2, 2, 0]);
  });

  test('the point moves in the digits, so that no large sum loses a cent', () => {
    expect(decimal(9007199254740991, 2)).toBe('90071992547409.91');
    expect(decimal(7, 2)).toBe('0.07');
    expect(decimal(-64800, 0)).toBe('-64800');
  });
});
