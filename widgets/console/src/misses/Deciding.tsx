import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { GraduationCap, TriangleAlert } from 'lucide';
import { useId, useRef, useState } from 'preact/hooks';
import { sentenceOf } from '../api/useAnswer.ts';
import { useDesk, useWords } from '../desk.ts';
import { useCommand } from '../keyboard/commands.ts';
import { Tip } from '../keyboard/Tip.tsx';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill, named } from '../words/texts.ts';
import { Guesses } from './Guesses.tsx';
import { IntentSearch } from './IntentSearch.tsx';
import { LacksValue } from './LacksValue.tsx';
import { SpokenLanguage } from './SpokenLanguage.tsx';
import type { Intent, Miss, Taught } from './wire.ts';

interface Props {
  miss: Miss;
  intents: Intent[];
  /** Those that debtors may write in. */
  languages: string[];
  ready: boolean;
  onDone: (miss: Miss) => void;
}

/** The first click says what was meant, the second teaches it. */
export function Deciding({ miss, intents, languages, ready, onDone }: Props) {
  const { client } = useDesk();
  const { texts } = useWords();
  const own = usePageTexts('misses');
  const [intent, setIntent] = useState<string | null>(null);
  const [text, setText] = useState(miss.text);
  const [spoken, setSpoken] = useState(miss.language);
  const choices = [...new Set([miss.language, ...languages])].sort();
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const teachButton = useRef<HTMLButtonElement>(null);
  const words = useId();
  const at = `misses/${miss.id}`;

  const choose = (name: string) => {
    setIntent(name);
    setTrouble('');
    requestAnimationFrame(() => teachButton.current?.focus());
  };
  const act = async (task: () => Promise<Miss>) => {
    if (busy) return;
    setBusy(true);
    setTrouble('');
    try {
      onDone(await task());
    } catch (error) {
      setTrouble(sentenceOf(error, texts.frame.failed));
    } finally {
      setBusy(false);
    }
  };
  const teach = () =>
    intent &&
    ready &&
    text.trim() &&
    void act(async () => {
      const changed = text.trim() === miss.text ? {} : { text: text.trim() };
      const other = spoken === miss.language ? {} : { language: spoken };
      const { state, file, line } = await client.call<Taught>('POST', `${at}/teach`, {
        intent,
        ...changed,
        ...other,
      });
      return { ...miss, state, file, line, taught_as: intent };
    });
  const setAside = () =>
    void act(async () => {
      await client.call('POST', `${at}/set-aside`);
      return { ...miss, state: 'set_aside' };
    });

  const teachable = miss.lacks !== 'value';
  const [first, second, third] = teachable ? miss.guesses : [];
  useCommand('guess_1', first ? () => choose(first.intent) : null);
  useCommand('guess_2', second ? () => choose(second.intent) : null);
  useCommand('guess_3', third ? () => choose(third.intent) : null);
  useCommand('set_aside', setAside);

  return (
    <div class="deciding">
      {teachable ? (
        <>
          <Guesses guesses={miss.guesses} intents={intents} chosen={intent} onChoose={choose} />
          <IntentSearch
            intents={intents}
            chosen={intent}
            guesses={miss.guesses}
            onChoose={choose}
          />
        </>
      ) : (
        <LacksValue miss={miss} />
      )}
      {intent && (
        <div class="deciding-example">
          <div class="field">
            <label for={words}>{own.words}</label>
            <input
              id={words}
              type="text"
              lang={spoken}
              value={text}
              aria-describedby={`${words}-hint`}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            <p class="hint" id={`${words}-hint`}>
              {own.words_hint}
            </p>
          </div>
          {choices.length > 1 && (
            <SpokenLanguage spoken={spoken} languages={choices} onPick={setSpoken} />
          )}
        </div>
      )}
      {trouble && (
        <p class="notice notice-bad" role="alert">
          <Icon of={TriangleAlert} small />
          {trouble}
        </p>
      )}
      <div class="deciding-acts">
        {teachable && (
          <button
            ref={teachButton}
            type="button"
            class="button primary"
            aria-disabled={!intent || !ready || busy}
            onClick={teach}
          >
            <Icon of={GraduationCap} small />
            {intent ? fill(own.teach_as, { what: named(texts.intents, intent) }) : own.teach}
          </button>
        )}
        <button type="button" class="button" aria-disabled={busy} onClick={setAside}>
          {own.set_aside}
          <Tip command="set_aside" />
        </button>
        {teachable && !intent && <span class="hint">{own.choose_first}</span>}
      </div>
    </div>
  );
}
