import { day, money } from '@sovinto/ui/format.ts';
import type { Terms } from '../api/wire.ts';
import { counted, fill, type Texts } from '../words/texts.ts';

/** Proposed terms in one line; amounts come in minor units of the case's currency. */
export function termsInWords(
  language: string,
  texts: Texts,
  terms: Terms | string,
  currency: string | null,
): string {
  if (typeof terms === 'string') return terms;
  const words = texts.terms;
  const amount = (minor: number | string) =>
    currency ? money(language, Number(minor), currency) : String(minor);
  const sentences: Record<string, (value: number | string) => string> = {
    down_payment: (value) => fill(words.down_payment, { value: amount(value) }),
    amount: (value) => fill(words.amount, { value: amount(value) }),
    instalments: (value) => counted(language, words.instalments, Number(value)),
    duration_months: (value) => counted(language, words.duration_months, Number(value)),
    first_date: (value) => fill(words.first_date, { value: day(language, String(value)) }),
    end_date: (value) => fill(words.end_date, { value: day(language, String(value)) }),
    day_of_month: (value) => fill(words.day_of_month, { value }),
  };
  const said = Object.entries(sentences).flatMap(([name, say]) => {
    const value = terms[name];
    return value === null || value === undefined ? [] : [say(value)];
  });
  return said.join(' · ') || words.none;
}
