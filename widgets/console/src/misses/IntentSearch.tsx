import { useId, useState } from 'preact/hooks';
import { useWords } from '../desk.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill, named } from '../words/texts.ts';
import type { Guess, Intent } from './wire.ts';

interface Props {
  intents: Intent[];
  guesses: Guess[];
  chosen: string | null;
  onChoose: (intent: string) => void;
}

/** Everything that the assistant knows, found by what it is called, by its name or by its example. */
export function IntentSearch({ intents, guesses, chosen, onChoose }: Props) {
  const { texts } = useWords();
  const own = usePageTexts('misses');
  const [sought, seek] = useState('');
  const id = useId();
  const words = sought.trim().toLowerCase();
  const found = intents.filter(({ name, says }) =>
    [name, says, named(texts.intents, name)].some((it) => it.toLowerCase().includes(words)),
  );
  const elsewhere = chosen && !guesses.some(({ intent }) => intent === chosen);
  return (
    <details class="fold intent-search" open={guesses.length === 0}>
      <summary>
        {elsewhere
          ? fill(own.chosen, { what: named(texts.intents, chosen) })
          : guesses.length > 0
            ? own.another
            : own.choose}
      </summary>
      <div class="field">
        <label for={id}>{own.search}</label>
        <input
          id={id}
          type="search"
          value={sought}
          autocomplete="off"
          onInput={(event) => seek(event.currentTarget.value)}
          onKeyDown={(event) => {
            const first = found[0];
            if (event.key === 'Enter' && words && first) onChoose(first.name);
          }}
        />
      </div>
      <p class="unseen" role="status">
        {words && fill(own.found, { n: found.length })}
      </p>
      {found.length === 0 && <p class="hint">{own.none_found}</p>}
      <ul class="intents">
        {found.map(({ name, says }) => (
          <li key={name}>
            <button
              type="button"
              class="intent"
              aria-pressed={name === chosen}
              onClick={() => onChoose(name)}
            >
              <span class="intent-name">{named(texts.intents, name)}</span>
              <span class="intent-says">{says}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
