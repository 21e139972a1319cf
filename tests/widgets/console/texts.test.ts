// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { counted, fill, named, readable } from '@sovinto/console/words/texts.ts';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../../widgets/console/texts/', import.meta.url);
const inside = readdirSync(folder, { withFileTypes: true });
/** The desk's own texts, and those of each page that is loaded when it is opened. */
const parts = ['', ...inside.filter((it) => it.isDirectory()).map(({ name }) => `${name}/`)];
const languagesOf = (part: string) =>
  readdirSync(new URL(part, folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''))
    .sort();
const languages = languagesOf('');
const read = (part: string, language: string): unknown =>
  JSON.parse(readFileSync(new URL(`${part}${language}.json`, folder), 'utf-8'));

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test('the console is written in six languages, and so is each of its pages', () => {
  expect(languages).toEqual(['da', 'en', 'fi', 'is', 'nb', 'sv']);
  expect(parts).toHaveLength(10);
  for (const part of parts) expect(languagesOf(part), part).toEqual(languages);
});

describe.each(parts.flatMap((part) => languages.map((language) => [part, language] as const)))(
  'the texts %s%s',
  (part, language) => {
    const texts = leaves(read(part, language));
    const english = new Map(leaves(read(part, 'en')));

    test('say everything, with the same places to fill', () => {
      expect(texts.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
      for (const [path, text] of texts) {
        // What is counted may be said without its figure: once, twice.
        if (path.endsWith('.one')) continue;
        expect(places(text), path).toEqual(places(english.get(path) ?? ''));
      }
    });

    test('raise no voice, write no half plurals and leave nothing empty', () => {
      for (const [path, text] of texts) {
        expect(text.trim(), path).not.toBe('');
        expect(text, path).not.toMatch(/!|\(\w{1,4}\)/);
      }
    });
  },
);

test('a neighbour is read as what there are texts for, and the unknown as the default', () => {
  expect(readable(['nn-NO'])).toBe('nb');
  expect(readable([null, 'xx', 'fi-FI'])).toBe('fi');
  expect(readable(['xx'])).toBe('en');
});

test('numbers come with their noun, and a code without a word can still be read', () => {
  expect(counted('fi', { one: '{n} erä', other: '{n} erää' }, 2)).toBe('2 erää');
  expect(fill('{a} och {b}', { a: 1 })).toBe('1 och {b}');
  expect(named({}, 'pay_day_from')).toBe('Pay day from');
});

test.each(languages)(
  'a reason is called the same in the queue and in the figures: %s',
  (language) => {
    const figures = readFileSync(
      new URL(`../../../backend/texts/${language}.yml`, import.meta.url),
      'utf-8',
    );
    const { reasons } = read('', language) as { reasons: Record<string, string> };
    for (const [name, words] of Object.entries(reasons)) {
      expect(figures).toContain(`\n  reason_${name}: ${words}\n`);
    }
  },
);
