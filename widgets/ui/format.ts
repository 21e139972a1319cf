/** How figures and days are written, in one place to import from. */
export { clock, date, day, dayOf, shortDate, shortDay, weekday, zoneIfOther } from './dates.ts';
export { decimal, minorDigits, money } from './money.ts';
