import { linked } from '@sovinto/chat/ui/links.ts';
import { describe, expect, test } from 'vitest';

const links = (text: string) =>
  linked(text)
    .filter((piece) => piece.href)
    .map((piece) => [piece.text, piece.href]);

describe('what becomes a link', () => {
  test('a web address, without the stop of its sentence', () => {
    expect(
      links('Läs på https://bjorkhuset.example/fragor?a=1. Eller http://betala.example'),
    ).toEqual([
      ['https://bjorkhuset.example/fragor?a=1', 'https://bjorkhuset.example/fragor?a=1'],
      ['http://betala.example', 'http://betala.example/'],
    ]);
  });

  test('a help line, also with spaces, and an emergency number', () => {
    expect(links('Ring 90101 eller 112, i Norge 116 123.')).toEqual([
      ['90101', 'tel:90101'],
      ['112', 'tel:112'],
      ['116 123', 'tel:116123'],
    ]);
  });

  test('a number written for abroad, or with its scheme', () => {
    expect(links('Call +46 8 123 45 67 or tel:08-1234567')).toEqual([
      ['+46 8 123 45 67', 'tel:+4681234567'],
      ['tel:08-1234567', 'tel:081234567'],
    ]);
  });
});

describe('what stays text', () => {
  test.each([
    'https://kronofogden.se@evil.example',
    'https://kronofogden.se:x@evil.example',
    'bjorkhuset.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
  ])('%s', (text) => {
    expect(links(text)).toEqual([]);
  });

  test.each(['112 kr', '1 112,00 kr', '112,50', 'OCR 90101234', '2026-112', '5050-1177', '1717 €'])(
    'the figure %s is no help line',
    (text) => {
      expect(links(text)).toEqual([]);
    },
  );

  test('nothing of a text is lost or doubled', () => {
    const text = 'Ring 112. Läs https://mind.se/hjalp, eller https://evil.example/x?a=1 <b>nu</b>';
    expect(
      linked(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});
