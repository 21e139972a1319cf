import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { TriangleAlert } from 'lucide';
import type { Handoff } from '../api/wire.ts';
import { useDesk, useWords } from '../desk.ts';
import { conversationAt } from '../frame/addresses.ts';
import { languageName } from '../words/language.ts';
import { shortMoment } from '../words/moment.ts';
import { fill, named } from '../words/texts.ts';
import { ClientDot } from './ClientDot.tsx';
import { Due } from './Due.tsx';
import { Wait } from './Wait.tsx';

interface Props {
  handoff: Handoff;
  at: number;
  of: number;
  /** Where it stands in the list, in pixels. */
  top: number;
  /** The one row that the Tab key stops at. */
  reachable: boolean;
  open: boolean;
}

export function Row({ handoff, at, of, top, reachable, open }: Props) {
  const { queue } = useDesk();
  const { language, texts } = useWords();
  const { reason, client, debtor, taken_by: by, state } = handoff;
  const crisis = handoff.priority > 0;
  const unread = queue.unread.value.has(handoff.conversation);
  return (
    <li
      class="row"
      style={{ transform: `translateY(${top}px)` }}
      aria-setsize={of}
      aria-posinset={at + 1}
    >
      <a
        id={`row-${handoff.id}`}
        class={crisis ? 'row-link row-crisis' : 'row-link'}
        href={conversationAt(handoff.conversation)}
        tabIndex={reachable ? 0 : -1}
        aria-current={open ? 'page' : undefined}
        title={[debtor, client.name, handoff.reference].filter(Boolean).join(' · ')}
        onFocus={() => {
          queue.cursor.value = handoff.id;
        }}
      >
        <span class="row-line">
          <span class={debtor ? 'row-who' : 'row-who row-nobody'}>
            {unread && <span class="row-new" role="img" aria-label={texts.queue.unread} />}
            {debtor ?? texts.queue.unidentified}
          </span>
          {state === 'waiting' ? (
            <Wait handoff={handoff} />
          ) : (
            <span class="row-time">{shortMoment(language, handoff.created_at)}</span>
          )}
        </span>
        <span class="row-line">
          <span class="row-why">
            {crisis && (
              <span class="row-alarm">
                <Icon of={TriangleAlert} small />
                {texts.queue.crisis}
              </span>
            )}
            {!(crisis && reason === 'crisis') && (
              <span class="row-reason">{named(texts.reasons, reason)}</span>
            )}
            <ClientDot client={client} />
          </span>
          <span class="row-end">
            {state === 'waiting' || (state === 'taken' && queue.tab.value === 'mine') ? (
              <Due of={handoff} />
            ) : state === 'taken' && by ? (
              <span class="row-by" title={fill(texts.queue.taken_by, { name: by.name })}>
                {by.name}
              </span>
            ) : null}
            <abbr class="row-language" title={languageName(language, handoff.language)}>
              {handoff.language.toUpperCase()}
            </abbr>
          </span>
        </span>
      </a>
    </li>
  );
}
