import { useWords } from '../desk.ts';
import { languageName } from '../words/language.ts';
import { moment } from '../words/moment.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { counted, named } from '../words/texts.ts';
import { Deciding } from './Deciding.tsx';
import { Done } from './Done.tsx';
import type { Intent, Miss } from './wire.ts';

interface Props {
  miss: Miss;
  intents: Intent[];
  languages: string[];
  ready: boolean;
  open: boolean;
  onOpen: () => void;
  onDone: (miss: Miss) => void;
  onChanged: (miss: Miss) => void;
}

export function MissRow({ miss, onOpen, onChanged, open, ...deciding }: Props) {
  const { language, texts } = useWords();
  const own = usePageTexts('misses');
  const { id, text, times, at, language: spoken, state } = miss;
  return (
    <li class={open ? 'miss miss-open' : 'miss'}>
      <button
        type="button"
        id={`miss-${id}`}
        class="miss-head"
        aria-expanded={open}
        onClick={onOpen}
      >
        <span class="miss-text" lang={spoken}>
          {text}
        </span>
        <span class="miss-facts">
          {state !== 'open' && (
            <span class="miss-state">
              {own.states[state]}
              {miss.taught_as && `: ${named(texts.intents, miss.taught_as)}`}
            </span>
          )}
          <span class={times > 1 ? 'miss-times' : undefined}>
            {counted(language, own.times, times)}
          </span>
          <span>{languageName(language, spoken)}</span>
          <time dateTime={at}>{moment(language, at)}</time>
        </span>
      </button>
      {open && (
        <div class="miss-body">
          {miss.before && (
            <p class="miss-before">
              <span class="hint">{own.before}</span>
              <q lang={spoken}>{miss.before}</q>
            </p>
          )}
          {state === 'open' ? (
            <Deciding miss={miss} {...deciding} />
          ) : (
            <Done miss={miss} onChanged={onChanged} />
          )}
        </div>
      )}
      {!open && state === 'taught' && miss.file && <Done miss={miss} onChanged={onChanged} />}
    </li>
  );
}
