import { useAnswer } from '../api/useAnswer.ts';
import type { Choices } from '../api/wire.ts';
import { useDesk, useWords } from '../desk.ts';
import { Pick } from '../frame/Pick.tsx';
import { languageName } from '../words/language.ts';
import { named } from '../words/texts.ts';
import { filters, isNarrowed, NONE } from './filters.ts';

/** By what the lists are narrowed. */
export function FilterRow() {
  const { client, queue } = useDesk();
  const { language, texts } = useWords();
  const words = texts.queue.filter;
  const answer = useAnswer('choices', () => client.call<Choices>('GET', 'handoffs/choices'));
  const wanted = filters.value;
  const choices = answer.value;
  return (
    <div id="queue-filters" class="queue-filters">
      {answer.problem && <p role="alert">{answer.problem}</p>}
      {choices && choices.clients.length > 1 && (
        <Pick
          label={words.client}
          value={wanted.client}
          all={words.all}
          options={choices.clients.map(({ id, name }) => ({ value: id, label: name }))}
          onPick={(picked) => queue.narrow({ client: picked })}
        />
      )}
      {choices && (
        <>
          <Pick
            label={words.language}
            value={wanted.language}
            all={words.all}
            options={choices.languages.map((code) => ({
              value: code,
              label: languageName(language, code),
            }))}
            onPick={(picked) => queue.narrow({ language: picked })}
          />
          <Pick
            label={words.reason}
            value={wanted.reason}
            all={words.all}
            options={choices.reasons.map((reason) => ({
              value: reason,
              label: named(texts.reasons, reason),
            }))}
            onPick={(picked) => queue.narrow({ reason: picked })}
          />
          <label class="check">
            <input
              type="checkbox"
              checked={wanted.fits}
              onChange={(event) => queue.narrow({ fits: event.currentTarget.checked })}
            />
            {words.fits}
          </label>
          {isNarrowed(wanted) && (
            <button type="button" class="link" onClick={() => queue.narrow(NONE)}>
              {words.none}
            </button>
          )}
        </>
      )}
    </div>
  );
}
