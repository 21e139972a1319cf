import { linear } from './oklch.ts';

/** What WCAG 2.2 AA asks for: 1.4.3 for text, 1.4.11 for the edge of a control. */
export const TEXT = 4.5;
export const CONTROL = 3;

function luminance(hex: string): number {
  const [r, g, b] = linear(hex) ?? [0, 0, 0];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
