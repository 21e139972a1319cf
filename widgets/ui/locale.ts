import locales from './locales.json';

interface Calendar {
  months: string[];
  weekdays: string[];
  day: string;
  date: string;
  weekday: string;
}

/**
 * How a language writes figures. `tag` is what Intl is asked for; where browsers lack a language,
 * it names one that writes numbers alike, and `calendar` and `clock` fill the rest in;
 * `zone` writes the short names of time zones where the language has none but hours from Greenwich.
 */
export interface Locale {
  tag: string;
  calendar?: Calendar;
  clock?: string;
  zone?: string;
}

const known: Record<string, Locale> = locales;

export const localeOf = (language: string): Locale => known[language] ?? { tag: language };
