// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { contrast, TEXT } from '@sovinto/ui/contrast.ts';
import { describe, expect, test } from 'vitest';

const widgets = new URL('../../../widgets/', import.meta.url);

const sheets = ['ui', 'chat', 'console']
  .flatMap((folder) =>
    readdirSync(new URL(folder, widgets), { recursive: true }).map((path) => `${folder}/${path}`),
  )
  .filter((path) => path.endsWith('.css'));

const read = (path: string) => readFileSync(new URL(path, widgets), 'utf-8');

describe('style sheets', () => {
  test.each(sheets.filter((path) => path !== 'ui/tokens.css'))(
    '%s takes its colours and sizes from the tokens',
    (path) => {
      const plain = read(path)
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/@(media|container)[^{]*/g, '');
      expect(
        plain.match(/#[\da-f]{3,8}\b|\brgba?\(|\bhsla?\(|\boklch\(|\b\d*\.?\d+px\b/gi),
      ).toBeNull();
    },
  );
});

describe('tokens', () => {
  const [lightScheme = '', darkScheme = ''] = read('ui/tokens.css').split(
    '@media (prefers-color-scheme: dark)',
  );

  test.each([
    ['light', lightScheme],
    ['dark', darkScheme],
  ])('in %s every ink can be read on every ground', (_, css) => {
    const value = (name: string) =>
      new RegExp(`--${name}: (?:var\\([\\w-]+, )?(#[\\da-f]{6})`).exec(css)?.[1] ?? '';
    for (const ground of ['paper', 'surface', 'sunken']) {
      for (const ink of ['ink', 'ink-soft', 'ink-faint', 'brand-text']) {
        expect(contrast(value(ink), value(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(
          TEXT,
        );
      }
    }
    for (const state of ['good', 'warn', 'bad']) {
      expect(contrast(value(state), value(`${state}-tint`)), state).toBeGreaterThanOrEqual(TEXT);
      expect(contrast(value('ink'), value(`${state}-tint`)), state).toBeGreaterThanOrEqual(TEXT);
    }
  });
});
