import { ADDRESS, addressOf } from '@sovinto/ui/addresses.ts';
import help from '../../links.json';

export interface Piece {
  text: string;
  href: string | null;
}

const digits = (number: string): string => number.replace(/\D/g, '');

const phones = help.phones
  .map((phone) => digits(phone).split('').join('[ \\-]?'))
  .sort((a, b) => b.length - a.length);

// A help line's number is no link inside a longer number, a date, a sum or a reference.
const PHONE = `(?<![\\d.,:/\\-]|\\d )(?:${phones.join('|')})(?![\\d.,:/\\-]*\\d| \\d| ?(?:${help.units.join('|')}))`;
const ABROAD = '(?<![\\d])\\+\\d[\\d ]{6,16}\\d';
const WITH_SCHEME = 'tel:\\+?\\d[\\d\\- ]{1,16}\\d';
const LINK = new RegExp(`(${ADDRESS}|${WITH_SCHEME}|${ABROAD}|${PHONE})`, 'giu');

/** Cuts a text at what may become a link: web addresses, and numbers to ring. */
export function linked(text: string): Piece[] {
  return text
    .split(LINK)
    .filter((piece) => piece !== undefined && piece !== '')
    .map((piece) => ({ text: piece, href: hrefOf(piece) }));
}

function hrefOf(piece: string): string | null {
  LINK.lastIndex = 0;
  if (!new RegExp(`^(?:${LINK.source})$`, 'iu').test(piece)) return null;
  if (/^https?:/i.test(piece)) return addressOf(piece);
  const number = piece.replace(/^tel:/i, '');
  return `tel:${number.startsWith('+') ? '+' : ''}${digits(number)}`;
}
