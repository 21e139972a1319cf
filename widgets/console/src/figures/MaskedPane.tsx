import { clock, date, dayOf } from '@sovinto/ui/format.ts';
import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { EyeOff, X } from 'lucide';
import { useAnswer } from '../api/useAnswer.ts';
import { useDesk, useWords } from '../desk.ts';
import { Failed } from '../frame/Failed.tsx';
import { withQuery } from '../frame/useQuery.ts';
import { languageName } from '../words/language.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { named } from '../words/texts.ts';
import { CONVERSATIONS } from './addresses.ts';
import { clientNamed } from './clientNames.ts';
import { MaskedLine } from './MaskedLine.tsx';
import type { MaskedConversation } from './wire.ts';

/** One conversation as an analyst may read it: what was said, without whom it was about. */
export function MaskedPane({ id, query }: { id: string; query: URLSearchParams }) {
  const { client } = useDesk();
  const { language, texts } = useWords();
  const { conversations: words } = usePageTexts('figures');
  const answer = useAnswer(id, () =>
    client.call<MaskedConversation>('GET', `figures/conversations/${encodeURIComponent(id)}`),
  );
  const it = answer.value?.conversation;
  return (
    <section class="masked" aria-label={words.one}>
      <header class="masked-head">
        <div>
          <h1>
            {it
              ? `${date(language, dayOf(it.begun_at))} ${clock(language, it.begun_at)}`
              : words.one}
          </h1>
          {it && (
            <p class="hint">
              {[
                clientNamed(it.client),
                it.language && languageName(language, it.language),
                it.channel && named(texts.conversation.channel, it.channel),
                it.outcome_label,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          )}
        </div>
        <a class="button quiet" href={withQuery(CONVERSATIONS, query)} aria-label={words.close}>
          <Icon of={X} />
        </a>
      </header>
      {answer.problem && <Failed problem={answer.problem} again={answer.again} />}
      {!answer.value && !answer.problem && <p class="loading">{texts.frame.loading}</p>}
      {answer.value && (
        <div
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
          tabIndex={0}
          class="masked-lines"
          role="log"
          aria-label={texts.conversation.log}
        >
          <p class="masked-note">
            <Icon of={EyeOff} small />
            {words.masked}
          </p>
          {answer.value.messages.map((message, at) => (
            <MaskedLine
              key={`${at} ${message.at}`}
              message={message}
              spoken={answer.value?.conversation.language ?? language}
            />
          ))}
        </div>
      )}
    </section>
  );
}
