import letters from './spelt.json';

const spelt: Record<string, string> = letters;

/** A word as the backend looks for it: small letters without rings, dots, accents and strokes. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\0-\x7f]/gu, (letter) => spelt[letter] ?? letter);

/** What stands in a text: words, and between them the rest. */
export const wordsAndRest = (text: string): string[] => text.split(/([\p{L}\p{N}\p{M}]+)/u);
