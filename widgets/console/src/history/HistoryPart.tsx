import { useAnswer } from '../api/useAnswer.ts';
import { useDesk, useWords } from '../desk.ts';
import { conversationAt } from '../frame/addresses.ts';
import { moment } from '../words/moment.ts';
import { counted, named } from '../words/texts.ts';
import type { Earlier, History } from './wire.ts';

/** What the same debtor has said before, on all channels. */
export function HistoryPart({ conversation }: { conversation: string }) {
  const { client } = useDesk();
  const { texts } = useWords();
  const { history: words } = texts;
  const path = `conversations/${encodeURIComponent(conversation)}/history`;
  const { value, problem, again } = useAnswer(path, () => client.call<History>('GET', path));
  // As high as what most often comes, so that nothing below it jumps.
  if (!value && !problem) return <section class="part part-none">{'\u00a0'}</section>;
  if (value?.items.length === 0) return <section class="part part-none">{words.none}</section>;
  return (
    <section class="part">
      <h2 class="part-title">{words.title}</h2>
      {problem && (
        <p role="alert">
          {problem}{' '}
          <button type="button" class="link" onClick={() => void again()}>
            {texts.frame.retry}
          </button>
        </p>
      )}
      <ul class="history">
        {value?.items.map((it) => (
          <EarlierLine key={it.id} of={it} />
        ))}
      </ul>
      {value?.more && <p class="part-note">{words.more}</p>}
    </section>
  );
}

function EarlierLine({ of }: { of: Earlier }) {
  const { language, texts } = useWords();
  const { history: words } = texts;
  const when = moment(language, of.begun_at);
  const { reasons: _, ...outcomes } = texts.close;
  const what = [
    of.reason ? named(texts.reasons, of.reason) : of.open ? null : words.assistant_only,
    of.outcome && named(outcomes, of.outcome),
    of.case,
    counted(language, words.messages, of.messages),
    of.files > 0 && counted(language, words.files, of.files),
  ];
  return (
    <li>
      <p>
        {of.open ? (
          <a class="link" href={conversationAt(of.id)}>
            {when}
          </a>
        ) : (
          when
        )}
        {' · '}
        {named(texts.conversation.channel, of.channel)}
      </p>
      <p class="history-line">{what.filter(Boolean).join(' · ')}</p>
    </li>
  );
}
