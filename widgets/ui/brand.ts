import { CONTROL, contrast, TEXT } from './contrast.ts';
import { dark, type Grounds, light } from './grounds.ts';
import { hex, type Oklch, oklch } from './oklch.ts';

/** What one client colour becomes: fill, text on it, text in it, quiet ground, edge. */
export interface BrandSteps {
  brand: string;
  hover: string;
  on: string;
  text: string;
  tint: string;
  line: string;
}

const STEP = 0.01;
const HOVER = [0.04, 0.02, -0.04, -0.02];

/** Moves lightness by small steps until the test passes, or as far as it goes. */
function until(colour: Oklch, direction: 1 | -1, passes: (hex: string) => boolean): Oklch {
  let l = colour.l;
  while (!passes(hex({ ...colour, l })) && l > 0 && l < 1) l += direction * STEP;
  return { ...colour, l };
}

const clearest = (fill: string, inks: string[]): string =>
  inks.reduce((best, ink) => (contrast(ink, fill) > contrast(best, fill) ? ink : best));

function steps(colour: Oklch, grounds: Grounds, inks: string[], away: 1 | -1): BrandSteps {
  const carriesText = (fill: string) => contrast(clearest(fill, inks), fill) >= TEXT;
  const standsOut = (fill: string) =>
    [grounds.paper, grounds.surface].every((ground) => contrast(fill, ground) >= CONTROL);

  const fill = until(colour, away, (it) => standsOut(it) && carriesText(it));
  const brand = hex(fill);
  const on = clearest(brand, inks);
  // A shade further off, as far as the text on it still allows.
  const hover = HOVER.map((step) => hex({ ...fill, l: fill.l + away * step })).find(
    (it) => standsOut(it) && contrast(on, it) >= TEXT,
  );

  const ground = oklch(grounds.paper) ?? colour;
  const tint = hex({ l: ground.l + away * 0.05, c: Math.min(colour.c, 0.018), h: colour.h });
  const places = [grounds.paper, grounds.surface, grounds.sunken, tint];
  const text = until(colour, away, (it) => places.every((place) => contrast(it, place) >= TEXT));
  return { brand, hover: hover ?? brand, on, text: hex(text), tint, line: brand };
}

/** Both schemes for one client colour; null when it is no colour at all. */
export function brandSteps(colour: string): { light: BrandSteps; dark: BrandSteps } | null {
  const given = oklch(colour);
  if (!given) return null;
  const inks = [light.paper, light.ink];
  // On a dark ground a deep colour is lifted first, or it would be the ground.
  const lifted = { ...given, l: Math.max(given.l, 0.62), c: Math.min(given.c, 0.14) };
  return { light: steps(given, light, inks, -1), dark: steps(lifted, dark, inks, 1) };
}

/** The custom properties that tokens.css looks for, as one rule for a style sheet. */
export function brandRule(colour: string, selector = ':host'): string {
  const both = brandSteps(colour);
  if (!both) return '';
  const scheme = (steps: BrandSteps, suffix: string) =>
    Object.entries(steps).map(([name, value]) => `--client-${name}${suffix}:${value}`);
  return `${selector}{${[...scheme(both.light, ''), ...scheme(both.dark, '-dark')].join(';')}}`;
}
