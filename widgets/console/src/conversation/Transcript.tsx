import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { ArrowDown } from 'lucide';
import { useRef } from 'preact/hooks';
import type { Detail } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { counted, fill } from '../words/texts.ts';
import { Group } from './Group.tsx';
import { grouped } from './grouping.ts';
import { PendingLine } from './PendingLine.tsx';
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
  const typing = work.typing.now.value;
  const end = useEnd(log, messages, pending.length, typing);
  const name = detail.case?.debtor.name ?? detail.handoff.debtor ?? conversation.sender.debtor;

  return (
    <div class="transcript">
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
        {grouped(messages).map((group) => (
          <Group
            key={group.messages[0]?.id}
            group={group}
            debtor={name}
            spoken={detail.conversation.language}
          />
        ))}
        {pending.map((it) => (
          <PendingLine key={it.id} pending={it} work={work} />
        ))}
        <p class="typing">{typing && fill(conversation.typing, { name })}</p>
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
