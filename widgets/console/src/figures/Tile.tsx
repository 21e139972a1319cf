import { useWords } from '../desk.ts';
import { About } from '../frame/About.tsx';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill, type Plural } from '../words/texts.ts';
import { Change } from './Change.tsx';
import type { Figure } from './wire.ts';
import { counted, written } from './writing.ts';

/** One figure: what it is, how much, against what it was, and of how many. */
export function Tile({ figure }: { figure: Figure }) {
  const { language } = useWords();
  const texts = usePageTexts('figures');
  const { name, label, unit, value, of, definition, by_currency: sums } = figure;
  const nouns: Record<string, Plural> = texts.of;
  const noun = nouns[name];
  const none = value === null && !sums?.length;
  return (
    <li class="tile">
      <h2 class="tile-name">{label}</h2>
      {none && <p class="tile-none">{texts.nothing}</p>}
      {value !== null && <p class="tile-value">{written(language, unit, value)}</p>}
      {sums?.map((sum) => (
        <p key={sum.currency} class="tile-value tile-sum">
          {written(language, 'money', sum.value, sum.currency)}
          <span class="tile-of">
            {sum.currency} · {fill(texts.of_n, { n: counted(language, sum.of) })}
          </span>
        </p>
      ))}
      {value !== null && <Change figure={figure} value={value} />}
      {noun && !none && !sums?.length && <p class="tile-of">{counted(language, of, noun)}</p>}
      <About label={texts.about}>{definition}</About>
    </li>
  );
}
