import { money } from '@sovinto/ui/format.ts';
import { localeOf } from '@sovinto/ui/locale.ts';
import { duration } from '../words/duration.ts';
import { fill, type Plural } from '../words/texts.ts';
import type { Unit } from './wire.ts';

/** How a value is written by its unit; a fraction only where it says something. */
export function written(language: string, unit: Unit, value: number, currency?: string): string {
  if (unit === 'money' && currency) return money(language, Math.round(value), currency);
  if (unit === 'seconds') return duration(language, value);
  if (unit === 'percent') return percent(language, value);
  return number(language, value, unit === 'count' ? 0 : 1);
}

export function number(language: string, value: number, fraction = 0): string {
  return new Intl.NumberFormat(localeOf(language).tag, {
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  }).format(value);
}

function percent(language: string, value: number, fraction = 1): string {
  return new Intl.NumberFormat(localeOf(language).tag, {
    style: 'percent',
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  }).format(value / 100);
}

/** The same where whole numbers will do: on an axis, for a share of all, for how much it moved. */
export function roughly(language: string, unit: Unit, value: number): string {
  return unit === 'percent' ? percent(language, value, 0) : written(language, unit, value);
}

/** From a first day to a last, in the shortest form that is clear. */
export function period(language: string, from: string, to: string): string {
  const format = new Intl.DateTimeFormat(localeOf(language).tag, {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const at = (iso: string) => new Date(`${iso}T12:00:00Z`);
  return format.formatRange(at(from), at(to));
}

/** A number that is grouped as people write it, with its noun in the right form. */
export function counted(language: string, n: number, forms?: Plural): string {
  const figure = number(language, n);
  if (!forms) return figure;
  const form = forms[new Intl.PluralRules(language).select(n)] ?? forms.other;
  return fill(form, { n: figure });
}
