/** What a language is called in another; its tag where the browser does not know it. */
export function languageName(language: string, of: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(of) ?? of;
  } catch {
    return of;
  }
}
