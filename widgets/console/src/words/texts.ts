import reading from '../../languages.json';
import type english from '../../texts/en.json';

export type Texts = typeof english;
export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

const files = import.meta.glob<Texts>('../../texts/*.json', { import: 'default' });
/** The languages that the console is written in. */
export const languages = (): string[] =>
  Object.keys(files)
    .map((path) => path.replace(/^.*\/|\.json$/g, ''))
    .sort();

const pathOf = (language: string): string => `../../texts/${language}.json`;

/** The first of some language tags that the console is written in. */
export function readable(tags: readonly (string | null | undefined)[]): string {
  const alike: Record<string, string> = reading.read_as;
  for (const tag of tags) {
    const short = tag?.toLowerCase().split(/[-_]/)[0] ?? '';
    const found = alike[short] ?? short;
    if (files[pathOf(found)]) return found;
  }
  return reading.default;
}

export async function load(language: string): Promise<Texts> {
  const file = files[pathOf(readable([language]))];
  if (!file) throw new Error(`no texts in ${language}`);
  return file();
}

/** Puts values into the {places} of a text. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** The number with its noun, in the plural form that the language has for it. */
export function counted(language: string, forms: Plural, n: number): string {
  const form = forms[new Intl.PluralRules(language).select(n)] ?? forms.other;
  return fill(form, { n });
}

/** The word for a code of the backend; a code that has none yet is shown so that it can be read. */
export function named(words: Record<string, string>, code: string): string {
  const word = words[code];
  if (word) return word;
  const plain = code.replaceAll('_', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
