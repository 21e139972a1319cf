import { clock, dayOf, weekday } from '@sovinto/ui/format.ts';
import { fill, type Texts } from './texts.ts';

/** A point in time as people name it: the weekday, the day, the hour. */
export const moment = (language: string, texts: Texts, at: string): string =>
  fill(texts.callback.when, { day: weekday(language, dayOf(at)), clock: clock(language, at) });
