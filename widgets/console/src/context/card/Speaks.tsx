import { useWords } from '../../desk.ts';
import { languageName } from '../../words/language.ts';
import { fill, named } from '../../words/texts.ts';
import type { HandoffCard } from './wire.ts';

/** How it is known who it is, and how to reach and speak with the person. */
export function Speaks({ who, spoken }: Pick<HandoffCard, 'who' | 'spoken'>) {
  const { language, texts } = useWords();
  const { card } = texts;
  const identified = who.identified_by && named(card.identified, who.identified_by);
  const facts = [
    who.identified_meanwhile ? card.meanwhile : identified,
    languageName(language, spoken.language),
    spoken.plain && card.plain,
    who.only_in_writing && card.in_writing,
    who.phone && fill(card.call, { phone: who.phone }),
  ].filter(Boolean);
  return (
    <p class="debtor-facts">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}
