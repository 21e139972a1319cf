import { dayOf } from '@sovinto/ui/format.ts';
import periods from './periods.json';

export interface Period {
  /** ISO days, both included. */
  from: string;
  to: string;
}

export type Preset = keyof typeof periods;

export const presets = Object.keys(periods) as Preset[];

/** The last so many days, today included. */
export function periodOf(preset: Preset, today = new Date()): Period {
  const from = new Date(today);
  from.setDate(from.getDate() - periods[preset] + 1);
  return { from: dayOf(from), to: dayOf(today) };
}

/** Which preset some dates are; null for dates of one's own. */
export function presetOf({ from, to }: Period, today = new Date()): Preset | null {
  const found = presets.find((preset) => {
    const known = periodOf(preset, today);
    return known.from === from && known.to === to;
  });
  return found ?? null;
}
