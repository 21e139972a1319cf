import { useWords } from '../desk.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { named } from '../words/texts.ts';
import type { Occasion } from './wire.ts';

/** On what a client wants a person at once, whatever its rules for plans would allow. */
export function HandOver({ of }: { of: Occasion[] }) {
  const { intents } = useWords().texts;
  const own = usePageTexts('clients');
  if (of.length === 0) return null;
  const inWords = ({ text, intents: meant, why }: Occasion): string =>
    [text, meant.map((intent) => named(intents, intent)).join(' / '), why]
      .filter(Boolean)
      .join(' · ');
  return (
    <section class="sheet-rules" aria-label={own.hand_over}>
      <h4>{own.hand_over}</h4>
      <ul>
        {of.map(inWords).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
