import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { ArrowDown } from 'lucide';
import { Fragment } from 'preact';
import { useRef } from 'preact/hooks';
import type { Detail } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { NoteLine } from '../notes/NoteLine.tsx';
import type { Note } from '../notes/wire.ts';
import { counted, fill } from '../words/texts.ts';
import { Group } from './Group.tsx';
import { grouped } from './grouping.ts';
import { PendingLine } from './PendingLine.tsx';
import { Summary } from './Summary.tsx';
import { useEnd } from './scrolling.ts';
import { showUnderstood, understoodShown } from './understanding.ts';
import type { Work } from './work.ts';

export function Transcript({ work, detail }: { work: Work; detail: Detail }) {
  const { language, texts } = useWords();
  const { conversation } = texts;
  const log = useRef<HTMLDivElement>(null);
  const messages = work.messages.value;
  const known = new Set(messages.map(({ id }) => id));
  const pending = work.outbox.pending.value.filter(({ id }) => !known.has(id));
  const notes = detail.notes.filter((it) => it.conversation === work.id);
  const groups = grouped(messages, new Set(notes.map(({ after }) => after)));
  const typing = work.typing.now.value;
  const holder = detail.handoff.taken_by?.name;
  const colleague = work.colleagueTyping.now.value ? holder : undefined;
  const end = useEnd(log, messages, pending.length + notes.length, typing || !!colleague);
  const name = detail.case?.debtor.name ?? detail.handoff.debtor ?? conversation.sender.debtor;

  return (
    <div class="transcript">
      <Summary lines={detail.summary} />
      <label class="check transcript-toggle">
        <input
          type="checkbox"
          checked={understoodShown.value}
          onChange={(event) => showUnderstood(event.currentTarget.checked)}
        />
        {conversation.understood.show}
      </label>
      <div
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
        tabIndex={0}
        ref={log}
        class="log"
        role="log"
        aria-label={conversation.log}
        onScroll={end.onScroll}
      >
        {notesWithin(notes, 0, groups[0]?.messages[0]?.seq ?? 0)}
        {groups.map((group, at) => (
          <Fragment key={group.messages[0]?.id}>
            <Group group={group} debtor={name} spoken={detail.conversation.language} />
            {notesWithin(
              notes,
              group.messages[0]?.seq ?? 0,
              groups[at + 1]?.messages[0]?.seq ?? Number.POSITIVE_INFINITY,
            )}
          </Fragment>
        ))}
        {pending.map((it) => (
          <PendingLine key={it.id} pending={it} work={work} />
        ))}
        <p class="typing">
          {typing && fill(conversation.typing, { name })}
          {!typing && colleague && fill(conversation.typing, { name: colleague })}
        </p>
      </div>
      {!end.there && (
        <button type="button" class="button to-newest" onClick={end.go}>
          <Icon of={ArrowDown} small />
          {end.fresh > 0
            ? counted(language, conversation.new_messages, end.fresh)
            : conversation.to_newest}
        </button>
      )}
    </div>
  );
}

/** The notes that were written between two places of the conversation. */
const notesWithin = (notes: Note[], from: number, to: number) =>
  notes
    .filter(({ after }) => after >= from && after < to)
    .map((note) => <NoteLine key={note.id} note={note} />);
