// @vitest-environment node
import { typedAmount } from '@sovinto/console/plan/amount.ts';
import { readTerms } from '@sovinto/console/plan/terms.ts';
import { expect, test } from 'vitest';

test.each([
  ['150', 15000],
  ['150,5', 15050],
  ['150.50', 15050],
  ['1 500', 150000],
  ['1\u00a0500,25', 150025],
  ['1.234.567,89', 123456789],
  ['1,500', 150000],
])('%s is read as people mean it', (typed, minor) => {
  expect(typedAmount(typed, 'SEK')).toBe(minor);
});

test.each(['', '0', '-5', 'hundra', '1,2,3', '5,', '0,125', '12 kr'])(
  '%s is no amount',
  (typed) => {
    expect(typedAmount(typed, 'SEK')).toBeNull();
  },
);

test('a currency without minor units has none', () => {
  expect(typedAmount('4.000', 'ISK')).toBe(4000);
  expect(typedAmount('4000,50', 'ISK')).toBeNull();
});

test('empty boxes are no wish, and what is no term is named', () => {
  const typed = { amount: ' 150 ', instalments: '', day_of_month: '32', rhythm: 'weekly' };
  expect(readTerms('plan', typed, 'SEK')).toEqual({
    terms: { amount: 15000, rhythm: 'weekly' },
    wrong: ['day_of_month'],
  });
});
