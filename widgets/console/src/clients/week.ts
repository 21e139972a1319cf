import { localeOf } from '@sovinto/ui/locale.ts';
import { standInFor } from '../words/standins.ts';
import type { ClientCard } from './wire.ts';

/** A Monday, at noon UTC. */
const MONDAY = Date.UTC(2024, 0, 1, 12);
const DAY = 24 * 60 * 60 * 1000;

interface Span {
  first: number;
  last: number;
  hours: string;
}

/** The week as it is said: days in a row that are alike stand together. */
export function week(
  language: string,
  hours: ClientCard['hours'],
): { days: string; hours: string }[] {
  const spans: Span[] = [];
  const others: { days: string; hours: string }[] = [];
  for (const { day, from, to } of hours) {
    const said = `${from}–${to}`;
    const at = numberOf(language, day);
    const before = spans.at(-1);
    if (at < 0) others.push({ days: day, hours: said });
    else if (before?.last === at - 1 && before.hours === said) before.last = at;
    else spans.push({ first: at, last: at, hours: said });
  }
  const inWords = spans.map(({ first, last, hours: said }) => ({
    days:
      first === last
        ? short(language, first)
        : `${short(language, first)}–${short(language, last)}`,
    hours: said,
  }));
  return [...inWords, ...others];
}

/** Monday is 0; -1 for a name that is none of this language. */
function numberOf(language: string, day: string): number {
  const known = [0, 1, 2, 3, 4, 5, 6].map((at) => long(language, at).toLowerCase());
  return known.indexOf(day.toLowerCase());
}

const long = (language: string, at: number): string =>
  localeOf(language).calendar?.weekdays[(at + 1) % 7] ?? written(language, at, 'long');

const short = (language: string, at: number): string =>
  standInFor(language)?.weekdays[(at + 1) % 7] ?? written(language, at, 'short');

const written = (language: string, at: number, weekday: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(MONDAY + at * DAY);
