/** An address in a text, up to the punctuation of its sentence. */
export const ADDRESS = 'https?:\\/\\/[^\\s<>"]+[^\\s<>".,;:!?)\\]]';
const WHOLE = new RegExp(`^${ADDRESS}$`, 'iu');

/** What every link to elsewhere has: the page that it opens learns nothing of this one. */
export const AWAY = {
  target: '_blank',
  rel: 'noopener noreferrer nofollow',
  referrerPolicy: 'no-referrer',
} as const;

/** Where a piece of text leads to; null for all that is no plain web address. */
export function addressOf(piece: string): string | null {
  if (!WHOLE.test(piece)) return null;
  try {
    const address = new URL(piece);
    // A name before an @ makes an address look like another's.
    return address.username === '' && address.password === '' ? address.href : null;
  } catch {
    return null;
  }
}
