import { clock, day, dayOf } from '@sovinto/ui/format.ts';
import { standInFor } from './standins.ts';

const DAY = 24 * 60 * 60 * 1000;
const NEAR = 6 * DAY;

/** A moment as people say it: the hour today, the weekday when it is near, else the day. */
export function moment(language: string, at: string, now: Date = new Date()): string {
  const hour = clock(language, at);
  if (dayOf(at) === dayOf(now)) return hour;
  const near = Math.abs(Date.parse(at) - now.getTime()) < NEAR;
  return `${near ? weekday(language, at) : day(language, dayOf(at), now)} ${hour}`;
}

const weekday = (language: string, at: string): string =>
  standInFor(language)?.weekdays[new Date(at).getDay()] ??
  new Intl.DateTimeFormat(language, { weekday: 'short' }).format(new Date(at));
