import { clock, day, dayOf, shortDay, zoneIfOther } from '@sovinto/ui/format.ts';
import { standInFor } from './standins.ts';

const DAY = 24 * 60 * 60 * 1000;
const NEAR = 6 * DAY;

/**
 * A moment as people say it: the hour today, the weekday when it is near, else the day. It is told by
 * the reader's clock, or by that of `zone`, which is then named where it differs from the reader's.
 */
export function moment(
  language: string,
  at: string,
  now: Date = new Date(),
  zone?: string,
): string {
  return told(day, language, at, now, zone);
}

/** The same where there is room for little: the day in figures. */
export function shortMoment(
  language: string,
  at: string,
  now: Date = new Date(),
  zone?: string,
): string {
  return told(shortDay, language, at, now, zone);
}

function told(far: typeof day, language: string, at: string, now: Date, zone?: string): string {
  const other = zone ? zoneIfOther(language, at, zone) : '';
  const hour = [clock(language, at, zone), other].filter(Boolean).join(' ');
  const on = dayOf(at, zone);
  if (on === dayOf(now, zone)) return hour;
  const near = Math.abs(Date.parse(at) - now.getTime()) < NEAR;
  return `${near ? weekday(language, on) : far(language, on, now)} ${hour}`;
}

/** A calendar day is no moment: it is read at noon UTC. */
const weekday = (language: string, on: string): string => {
  const noon = new Date(`${on}T12:00:00Z`);
  return (
    standInFor(language)?.weekdays[noon.getUTCDay()] ??
    new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(noon)
  );
};
