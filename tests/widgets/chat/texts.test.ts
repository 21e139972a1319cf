// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { counted, fill, readable, textsOf } from '@sovinto/chat/ui/texts.ts';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../../widgets/chat/texts/', import.meta.url);
const languages = readdirSync(folder).map((file) => file.replace('.json', ''));
const read = (language: string) =>
  JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf-8')) as Record<string, unknown>;

const isPlural = (value: object) => 'other' in value && 'one' in value;

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

/** Keys, with the plural forms of a text folded into one: languages differ in how many they have. */
function keys(value: unknown, path = ''): string[] {
  if (typeof value === 'string' || isPlural(value as object)) return [path];
  return Object.entries(value as object).flatMap(([key, inner]) => keys(inner, `${path}.${key}`));
}

const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test('six languages are there', () => {
  expect(languages.sort()).toEqual(['da', 'en', 'fi', 'is', 'nb', 'sv']);
});

describe.each(languages)('the texts in %s', (language) => {
  const texts = read(language);

  test('say everything the others say', () => {
    expect(keys(texts).sort()).toEqual(keys(read('en')).sort());
  });

  test('have the same places to fill', () => {
    const english = new Map(leaves(read('en')));
    for (const [path, text] of leaves(texts)) {
      expect(places(text), path).toEqual(places(english.get(path) ?? text));
    }
  });

  test('raise no voice and leave nothing empty', () => {
    for (const [path, text] of leaves(texts)) {
      expect(text, path).not.toMatch(/!/);
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/\(\w{1,4}\)/);
    }
  });

  test('tell nobody looking on that there is a debt', () => {
    const seen = leaves([texts.launcher, texts.header, texts.state, texts.rating, texts.composer]);
    for (const [path, text] of seen) {
      expect(text, path).not.toMatch(
        /debt|owe|skuld|gjeld|gæld|velk|saatav|perin|inkasso|innheimt/i,
      );
    }
  });

  test('have every plural form that the language needs', () => {
    const needed = new Set(
      Array.from({ length: 200 }, (_, n) => new Intl.PluralRules(language).select(n)),
    );
    const forms = (texts.plan as { count: Record<string, string> }).count;
    expect(Object.keys(forms).sort()).toEqual([...needed].sort());
  });
});

describe('which language is chosen', () => {
  test('the first that there are labels for, in whatever way it is named', () => {
    expect(readable([null, undefined, 'de', 'sv-FI', 'en'])).toBe('sv');
    expect(readable(['no'])).toBe('nb');
    expect(readable(['nn-NO'])).toBe('nb');
    expect(readable(['en_GB'])).toBe('en');
  });

  test('the default when none fits', () => {
    expect(readable(['de', 'pl'])).toBe('en');
    expect(textsOf('de')).toBe(textsOf('en'));
  });
});

describe('plurals', () => {
  test.each([
    ['sv', 1, '1 delbetalning'],
    ['sv', 9, '9 delbetalningar'],
    ['fi', 1, '1 erä'],
    ['fi', 2, '2 erää'],
    ['is', 21, '21 afborgun'],
    ['is', 11, '11 afborganir'],
  ])('in %s %i is written %s', (language, n, written) => {
    expect(counted(language, textsOf(language).plan.count, n)).toBe(written);
  });

  test('a place without a value is left to be seen', () => {
    expect(fill('{name} writes {what}', { name: 'Siri' })).toBe('Siri writes {what}');
  });
});
