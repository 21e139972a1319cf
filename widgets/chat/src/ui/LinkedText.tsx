import { linked } from './links.ts';
import { Whole } from './Whole.tsx';

/** Text with its allowed links. Everything else stays what it is: text. */
export function LinkedText({ text }: { text: string }) {
  return (
    <>
      {linked(text).map((piece, at) => {
        if (piece.href === null) return <Whole key={at} text={piece.text} />;
        const away = piece.href.startsWith('https:');
        return (
          <a
            key={at}
            href={piece.href}
            {...(away
              ? {
                  target: '_blank',
                  rel: 'noopener noreferrer nofollow',
                  referrerPolicy: 'no-referrer',
                }
              : {})}
          >
            {piece.text}
          </a>
        );
      })}
    </>
  );
}
