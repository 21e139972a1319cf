import { localeOf } from './locale.ts';

type Style = 'day' | 'date' | 'weekday';

const styles: Record<Style, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
};

/** A calendar day is no moment: it is read at noon UTC, so that no time zone moves it. */
const calendarDay = (iso: string): Date => new Date(`${iso.slice(0, 10)}T12:00:00Z`);

function write(language: string, iso: string, style: Style): string {
  const { tag, calendar } = localeOf(language);
  const day = calendarDay(iso);
  if (!calendar)
    return new Intl.DateTimeFormat(tag, { ...styles[style], timeZone: 'UTC' }).format(day);
  const values: Record<string, string> = {
    day: String(day.getUTCDate()),
    month: calendar.months[day.getUTCMonth()] ?? '',
    year: String(day.getUTCFullYear()),
    weekday: calendar.weekdays[day.getUTCDay()] ?? '',
  };
  return calendar[style].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** 25 December 2026 */
export const date = (language: string, iso: string): string => write(language, iso, 'date');

/** 25 December, with the year only when it is not this one. */
export const day = (language: string, iso: string, today: Date = new Date()): string =>
  write(language, iso, calendarDay(iso).getUTCFullYear() === today.getFullYear() ? 'day' : 'date');

/** 25/12/2026: for the rows of a table, where figures stand below each other. */
export const shortDate = (language: string, iso: string): string =>
  new Intl.DateTimeFormat(localeOf(language).tag, { dateStyle: 'short', timeZone: 'UTC' }).format(
    calendarDay(iso),
  );

/** 25/12: for a row that has room for little. */
export const shortDay = (language: string, iso: string): string =>
  new Intl.DateTimeFormat(localeOf(language).tag, {
    day: 'numeric',
    month: 'numeric',
    timeZone: 'UTC',
  }).format(calendarDay(iso));

/** Wednesday 25 November: for a day that is near. */
export const weekday = (language: string, iso: string): string => write(language, iso, 'weekday');

/** The calendar day that a moment falls on, as ISO: the visitor's own, or that of a time zone. */
export function dayOf(moment: string | Date, zone?: string): string {
  const at = new Date(moment);
  const two = (n: number) => String(n).padStart(2, '0');
  if (!zone) return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const parts = new Intl.DateTimeFormat(undefined, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((it) => it.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** 09:05, on the visitor's clock or on that of a time zone. */
export function clock(language: string, moment: string | Date, zone?: string): string {
  const { tag, clock: standIn } = localeOf(language);
  return new Intl.DateTimeFormat(standIn ?? tag, {
    hour: '2-digit',
    minute: '2-digit',
    ...(zone && { timeZone: zone }),
  }).format(new Date(moment));
}

/**
 * What a time zone is called, such as CET, where its clock differs from the visitor's; else nothing.
 * Where there is no short name but hours from Greenwich, it is the name that people say.
 */
export function zoneIfOther(language: string, moment: string | Date, zone: string): string {
  const at = new Date(moment);
  const same = dayOf(at) === dayOf(at, zone) && clock(language, at) === clock(language, at, zone);
  if (same) return '';
  const { tag, zone: standIn } = localeOf(language);
  const named = (timeZoneName: 'short' | 'longGeneric') =>
    new Intl.DateTimeFormat(standIn ?? tag, { timeZone: zone, hour: '2-digit', timeZoneName })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  const short = named('short');
  return /\d/.test(short) ? named('longGeneric') : short;
}
