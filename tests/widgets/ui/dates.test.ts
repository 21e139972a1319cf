import {
  clock,
  date,
  day,
  dayOf,
  shortDate,
  shortDay,
  weekday,
  zoneIfOther,
} from '@sovinto/ui/format.ts';
import { describe, expect, test } from 'vitest';

describe('dates', () => {
  test.each([
    ['sv', '25 december 2026'],
    ['nb', '25. desember 2026'],
    ['da', '25. december 2026'],
    ['fi', '25. joulukuuta 2026'],
    ['is', '25. desember 2026'],
    ['en', '25 December 2026'],
  ])('in %s a day is written %s', (language, written) => {
    expect(date(language, '2026-12-25')).toBe(written);
  });

  test.each([
    ['sv', '2026-12-05', '5/12'],
    ['nb', '05.12.2026', '5.12.'],
    ['da', '05.12.2026', '5.12'],
    ['fi', '5.12.2026', '5.12.'],
    ['en', '05/12/2026', '05/12'],
  ])('in a table in %s it is written %s, and %s in a narrow row', (language, date, day) => {
    expect(shortDate(language, '2026-12-05')).toBe(date);
    expect(shortDay(language, '2026-12-05')).toBe(day);
  });

  test('the year is told only when it is another one', () => {
    const today = new Date('2026-11-21T12:00:00Z');
    expect(day('sv', '2026-12-25', today)).toBe('25 december');
    expect(day('sv', '2027-01-25', today)).toBe('25 januari 2027');
  });

  test('a day near at hand has its weekday, also where browsers do not know the language', () => {
    expect(weekday('sv', '2026-11-25')).toBe('onsdag 25 november');
    expect(weekday('is', '2026-11-25')).toBe('miðvikudagur 25. nóvember');
  });

  test('a calendar day stays itself in every time zone', () => {
    expect(date('sv', '2026-01-01')).toBe('1 januari 2026');
    expect(date('sv', '2026-12-31')).toBe('31 december 2026');
  });

  test('a moment belongs to the day on the visitor’s own clock', () => {
    const at = new Date(2026, 10, 25, 23, 59);
    expect(dayOf(at)).toBe('2026-11-25');
    expect(clock('sv', at)).toBe('23:59');
    expect(clock('is', at)).toBe('23:59');
  });

  test('a zone without a short name in the language is called as people say, not by its hours', () => {
    const at = '2026-11-20T12:00:00Z';
    expect(zoneIfOther('fi', at, 'Asia/Tokyo')).not.toMatch(/\d/);
    expect(zoneIfOther('is', at, 'Asia/Tokyo')).not.toMatch(/\d/);
  });

  test('a moment belongs to another day on the clock of another zone, which is then named', () => {
    const at = '2026-11-25T22:30:00Z';
    expect(dayOf(at, 'Europe/Helsinki')).toBe('2026-11-26');
    expect(clock('sv', at, 'Europe/Helsinki')).toBe('00:30');
    expect(zoneIfOther('sv', at, 'Pacific/Kiritimati')).not.toBe('');
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(zoneIfOther('sv', at, own)).toBe('');
  });
});
