import { localeOf } from '@sovinto/ui/locale.ts';
import { useWords } from '../desk.ts';
import { singleKeys } from '../keyboard/commands.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill, named } from '../words/texts.ts';
import type { Guess, Intent } from './wire.ts';

interface Props {
  guesses: Guess[];
  intents: Intent[];
  chosen: string | null;
  onChoose: (intent: string) => void;
}

/** What the assistant came nearest to, surest first; the number is the key. */
export function Guesses({ guesses, intents, chosen, onChoose }: Props) {
  const { language, texts } = useWords();
  const own = usePageTexts('misses');
  const percent = new Intl.NumberFormat(localeOf(language).tag, { style: 'percent' });
  if (guesses.length === 0) return <p class="hint">{own.no_guesses}</p>;
  return (
    <fieldset class="guesses">
      <legend class="hint">{own.guesses}</legend>
      {guesses.map(({ intent, confidence }, at) => (
        <button
          key={intent}
          type="button"
          class="guess"
          aria-pressed={intent === chosen}
          aria-keyshortcuts={String(at + 1)}
          onClick={() => onChoose(intent)}
        >
          <span class="guess-name">
            <span class="guess-called">{named(texts.intents, intent)}</span>
            {singleKeys.value && <kbd>{at + 1}</kbd>}
          </span>
          <span class="guess-says">{intents.find(({ name }) => name === intent)?.says}</span>
          <span class="guess-sure">
            {fill(texts.conversation.understood.sure, { percent: percent.format(confidence) })}
          </span>
        </button>
      ))}
    </fieldset>
  );
}
