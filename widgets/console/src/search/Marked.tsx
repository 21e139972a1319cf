import { fold, wordsAndRest } from './folding.ts';

/** A text in which the words are marked that begin with what was searched for. */
export function Marked({ text, words }: { text: string; words: string }) {
  const wanted = wordsAndRest(fold(words)).filter((_, at) => at % 2);
  const isWanted = (word: string) => wanted.some((one) => fold(word).startsWith(one));
  return (
    <>
      {wordsAndRest(text).map((part, at) =>
        // Every second part is a word.
        at % 2 && isWanted(part) ? <mark key={at}>{part}</mark> : part,
      )}
    </>
  );
}
