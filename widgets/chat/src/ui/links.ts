import allowed from '../../links.json';

export interface Piece {
  text: string;
  href: string | null;
}

const digits = (number: string): string => number.replace(/\D/g, '');

const phones = allowed.phones
  .map((phone) => digits(phone).split('').join('[ \\-]?'))
  .sort((a, b) => b.length - a.length);

// A help line's number is no link inside a longer number, a date, a sum or a reference.
const PHONE = `(?<![\\d.,:/\\-]|\\d )(?:${phones.join('|')})(?![\\d.,:/\\-]*\\d| \\d| ?(?:${allowed.units.join('|')}))`;
const ABROAD = '(?<![\\d])\\+\\d[\\d ]{6,16}\\d';
const ADDRESS = 'https:\\/\\/[^\\s<>"]+[^\\s<>".,;:!?)\\]]|tel:\\+?\\d[\\d\\- ]{1,16}\\d';
const LINK = new RegExp(`(${ADDRESS}|${ABROAD}|${PHONE})`, 'giu');

/** Cuts a text at what may become a link: help lines, and addresses on the allow-list. */
export function linked(text: string, page: string = location.hostname): Piece[] {
  return text
    .split(LINK)
    .filter((piece) => piece !== undefined && piece !== '')
    .map((piece) => ({ text: piece, href: hrefOf(piece, page) }));
}

function hrefOf(piece: string, page: string): string | null {
  LINK.lastIndex = 0;
  if (!new RegExp(`^(?:${LINK.source})$`, 'iu').test(piece)) return null;
  if (!piece.toLowerCase().startsWith('https:')) {
    const number = piece.replace(/^tel:/i, '');
    return `tel:${number.startsWith('+') ? '+' : ''}${digits(number)}`;
  }
  try {
    const address = new URL(piece);
    const plain = address.username === '' && address.password === '' && address.port === '';
    return plain && trusted(address.hostname, page) ? address.href : null;
  } catch {
    return null;
  }
}

const trusted = (host: string, page: string): boolean =>
  [...allowed.hosts, page].some((name) => name && (host === name || host.endsWith(`.${name}`)));
