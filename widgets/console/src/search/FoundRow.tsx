import { useWords } from '../desk.ts';
import { conversationAt } from '../frame/addresses.ts';
import { ClientDot } from '../queue/ClientDot.tsx';
import { moment } from '../words/moment.ts';
import { named } from '../words/texts.ts';
import { Marked } from './Marked.tsx';
import type { Found } from './wire.ts';

interface Props {
  found: Found;
  words: string;
  open: boolean;
}

export function FoundRow({ found, words, open }: Props) {
  const { language, texts } = useWords();
  const { handoff, text, sender, at, place } = found;
  const who = sender ? texts.conversation.sender[sender] : texts.notes.title;
  return (
    <li>
      <a
        class="found-link"
        href={conversationAt(handoff.conversation)}
        aria-current={open ? 'page' : undefined}
      >
        <span class="found-first">
          <span class={handoff.debtor ? 'row-who' : 'row-who row-nobody'}>
            {handoff.debtor ? (
              <Marked text={handoff.debtor} words={words} />
            ) : (
              texts.queue.unidentified
            )}
          </span>
          <span class="row-time">{moment(language, at)}</span>
        </span>
        {text && (
          <span class="found-text">
            {who}: <Marked text={text} words={words} />
          </span>
        )}
        <span class="found-facts">
          <ClientDot client={handoff.client} />
          {[
            place === 'handoff' ? handoff.reference : handoff.case,
            named(texts.reasons, handoff.reason),
            texts.search.states[handoff.state],
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </a>
    </li>
  );
}
