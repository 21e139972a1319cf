import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { ArrowRightLeft, X } from 'lucide';
import { useDesk, useWords } from '../desk.ts';
import { conversationAt } from '../frame/addresses.ts';
import { fill } from '../words/texts.ts';

/** Above all panes: a colleague has taken a conversation over, or a leader has given one. */
export function PassedNews() {
  const { passed } = useDesk();
  const words = useWords().texts.passed;
  return (
    <div role="status">
      {passed.news.value.map((it) => {
        const way = it.mine ? 'to_you' : it.by === it.to ? 'taken_over' : 'given_away';
        return (
          <p key={it.conversation} class="strip strip-late">
            <Icon of={ArrowRightLeft} small />
            {fill(words[way], { by: it.by, to: it.to })}
            <a class="link" href={conversationAt(it.conversation)}>
              {words.open}
            </a>
            <button
              type="button"
              class="button quiet strip-close"
              aria-label={words.dismiss}
              onClick={() => passed.seen(it.conversation)}
            >
              <Icon of={X} small />
            </button>
          </p>
        );
      })}
    </div>
  );
}
