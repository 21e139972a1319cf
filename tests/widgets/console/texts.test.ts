// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { counted, fill, named, readable } from '@sovinto/console/words/texts.ts';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../../widgets/console/texts/', import.meta.url);
const languages = readdirSync(folder).map((file) => file.replace('.json', ''));
const read = (language: string): unknown =>
  JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf-8'));

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

const english = new Map(leaves(read('en')));
const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test('the console is written in five languages', () => {
  expect(languages.sort()).toEqual(['da', 'en', 'fi', 'nb', 'sv']);
});

describe.each(languages)('the texts in %s', (language) => {
  const texts = leaves(read(language));

  test('say everything, with the same places to fill', () => {
    expect(texts.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of texts) {
      expect(places(text), path).toEqual(places(english.get(path) ?? ''));
    }
  });

  test('raise no voice, write no half plurals and leave nothing empty', () => {
    for (const [path, text] of texts) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/!|\(\w{1,4}\)/);
    }
  });
});

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
