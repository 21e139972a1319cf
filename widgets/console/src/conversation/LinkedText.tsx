import { ADDRESS, AWAY, addressOf } from '@sovinto/ui/addresses.ts';

const PIECES = new RegExp(`(${ADDRESS})`, 'giu');

/** What our side has said, with its web addresses as links. A debtor's are not ours to vouch for. */
export function LinkedText({ text }: { text: string }) {
  return (
    <>
      {text.split(PIECES).map((piece, at) => {
        const href = addressOf(piece);
        if (href === null) return piece;
        return (
          <a key={at} href={href} {...AWAY}>
            {piece}
          </a>
        );
      })}
    </>
  );
}
