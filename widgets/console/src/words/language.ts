import { standInFor } from './standins.ts';

/** What a language is called in another; its tag where the browser does not know it. */
export function languageName(language: string, of: string): string {
  return standInFor(language)?.languages[of] ?? display(language, 'language', of);
}

/** What a country is called; its code where the browser does not know it. */
export function countryName(language: string, of: string): string {
  return standInFor(language)?.regions[of] ?? display(language, 'region', of);
}

function display(language: string, type: 'language' | 'region', of: string): string {
  try {
    return new Intl.DisplayNames([language], { type }).of(of) ?? of;
  } catch {
    return of;
  }
}
