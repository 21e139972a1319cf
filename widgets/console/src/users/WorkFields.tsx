import { useWords } from '../desk.ts';
import { languageName } from '../words/language.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { languages } from '../words/texts.ts';
import type { NewUser } from './wire.ts';

interface Props {
  given: NewUser;
  give: (user: NewUser) => void;
}

/** For which languages and reasons somebody at the desk is given work. */
export function WorkFields({ given, give }: Props) {
  const { language, texts } = useWords();
  const own = usePageTexts('users');
  const toggled = (of: string[], one: string) =>
    of.includes(one) ? of.filter((it) => it !== one) : [...of, one];
  return (
    <>
      <fieldset class="user-clients">
        <legend>{own.speaks}</legend>
        {languages().map((code) => (
          <label key={code} class="check">
            <input
              type="checkbox"
              checked={given.speaks.includes(code)}
              onChange={() => give({ ...given, speaks: toggled(given.speaks, code) })}
            />
            {languageName(language, code)}
          </label>
        ))}
      </fieldset>
      <fieldset class="user-clients">
        <legend>{own.trained}</legend>
        {Object.entries(texts.skills).map(([skill, label]) => (
          <label key={skill} class="check">
            <input
              type="checkbox"
              checked={given.skills.includes(skill)}
              onChange={() => give({ ...given, skills: toggled(given.skills, skill) })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <p class="hint">{own.none_is_all}</p>
    </>
  );
}
