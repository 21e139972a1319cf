import { AWAY } from '@sovinto/ui/addresses.ts';
import { linked } from './links.ts';
import { Whole } from './Whole.tsx';

/** Text with its links. Everything else stays what it is: text. */
export function LinkedText({ text }: { text: string }) {
  return (
    <>
      {linked(text).map((piece, at) => {
        if (piece.href === null) return <Whole key={at} text={piece.text} />;
        const away = !piece.href.startsWith('tel:');
        return (
          <a key={at} href={piece.href} {...(away ? AWAY : {})}>
            {piece.text}
          </a>
        );
      })}
    </>
  );
}
