import languages from '../../languages.json';
import type english from '../../texts/en.json';

export type Texts = typeof english;
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const files = import.meta.glob<Texts>('../../texts/*.json', { eager: true, import: 'default' });

const written = new Map(
  Object.entries(files).map(([path, texts]) => [path.replace(/^.*\/(\w+)\.json$/, '$1'), texts]),
);

const alike: Record<string, string> = languages.read_as;

/** The first of some language tags that there are labels for, as that language's short name. */
export function readable(tags: readonly (string | null | undefined)[]): string {
  for (const tag of tags) {
    const short = tag?.toLowerCase().split(/[-_]/)[0] ?? '';
    const found = alike[short] ?? short;
    if (written.has(found)) return found;
  }
  return languages.default;
}

export const textsOf = (language: string): Texts =>
  written.get(readable([language])) ?? (written.get(languages.default) as Texts);

/** Puts values into the {places} of a text. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** The number with its noun, in the plural form that the language has for it. */
export function counted(language: string, forms: Plural, n: number): string {
  const form = forms[new Intl.PluralRules(language).select(n)] ?? forms.other;
  return fill(form, { n });
}
