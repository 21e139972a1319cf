import { brandRule, brandSteps } from '@sovinto/ui/brand.ts';
import { CONTROL, contrast, TEXT } from '@sovinto/ui/contrast.ts';
import { dark, light } from '@sovinto/ui/grounds.ts';
import { hex, oklch } from '@sovinto/ui/oklch.ts';
import { describe, expect, test } from 'vitest';

const clients = [
  '#0b6b5b',
  '#ffd200',
  '#ffffff',
  '#000000',
  '#e4002b',
  '#00a3e0',
  '#7f7f7f',
  '#c6ff00',
  '#1f4e9c',
  '#f5b',
];

describe('the steps of a client’s colour', () => {
  describe.each(clients)('%s', (colour) => {
    const both = brandSteps(colour);
    const cases = [
      ['light', both?.light, light],
      ['dark', both?.dark, dark],
    ] as const;

    test.each(cases)('in %s carry text that can be read', (_, steps) => {
      expect(contrast(steps?.on ?? '', steps?.brand ?? '')).toBeGreaterThanOrEqual(TEXT);
      expect(contrast(steps?.on ?? '', steps?.hover ?? '')).toBeGreaterThanOrEqual(TEXT);
    });

    test.each(cases)('in %s are text that can be read on every ground', (_, steps, grounds) => {
      for (const ground of [grounds.paper, grounds.surface, grounds.sunken, steps?.tint ?? '']) {
        expect(contrast(steps?.text ?? '', ground)).toBeGreaterThanOrEqual(TEXT);
      }
    });

    test.each(cases)('in %s are controls that stand out', (_, steps, grounds) => {
      expect(contrast(steps?.brand ?? '', grounds.paper)).toBeGreaterThanOrEqual(CONTROL);
    });

    test.each(cases)('in %s leave plain text readable on the tint', (_, steps, grounds) => {
      expect(contrast(grounds.ink, steps?.tint ?? '')).toBeGreaterThanOrEqual(TEXT);
    });
  });

  test('a colour that passes as it is stays as it is', () => {
    expect(brandSteps('#0b6b5b')?.light.brand).toBe('#0b6b5b');
  });

  test('a colour goes to OKLCH and back unchanged', () => {
    for (const colour of ['#0b6b5b', '#e4002b', '#00a3e0']) {
      expect(hex(oklch(colour) ?? { l: 0, c: 0, h: 0 })).toBe(colour);
    }
  });

  test('what is no colour changes nothing, and cannot smuggle in a rule', () => {
    expect(brandRule('')).toBe('');
    expect(brandRule('red;}*{display:none')).toBe('');
  });

  test('the rule names what tokens.css looks for, for both schemes', () => {
    expect(brandRule('#0b6b5b')).toMatch(/^:host\{--client-brand:#0b6b5b;.*--client-brand-dark:#/);
  });
});
