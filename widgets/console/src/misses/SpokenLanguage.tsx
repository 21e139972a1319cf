import { useId } from 'preact/hooks';
import { useWords } from '../desk.ts';
import { languageName } from '../words/language.ts';
import { usePageTexts } from '../words/pageTexts.ts';

interface Props {
  spoken: string;
  languages: string[];
  onPick: (language: string) => void;
}

/** Where the assistant took the message for another language than it is in. */
export function SpokenLanguage({ spoken, languages, onPick }: Props) {
  const { language } = useWords();
  const own = usePageTexts('misses');
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{own.spoken}</label>
      <select
        id={id}
        value={spoken}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onPick(event.currentTarget.value)}
      >
        {languages.map((code) => (
          <option key={code} value={code}>
            {languageName(language, code)}
          </option>
        ))}
      </select>
      <p class="hint" id={`${id}-hint`}>
        {own.spoken_hint}
      </p>
    </div>
  );
}
