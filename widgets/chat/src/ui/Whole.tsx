/** References, accounts and telephone numbers: their hyphen is no place to break a line. */
const CODE = /((?<![\p{L}\d])[\p{Lu}\d]+(?:-[\p{Lu}\d]+)+(?![\p{L}\d]))/u;

/** Text in which such numbers stay on one line. */
export function Whole({ text }: { text: string }) {
  return (
    <>
      {text.split(CODE).map((piece, at) =>
        at % 2 ? (
          <span key={at} class="whole">
            {piece}
          </span>
        ) : (
          piece
        ),
      )}
    </>
  );
}
