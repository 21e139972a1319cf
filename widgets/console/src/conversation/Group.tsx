import { clock, dayOf, day as inWords } from '@sovinto/ui/format.ts';
import { useDesk, useWords } from '../desk.ts';
import type { Group as Lines } from './grouping.ts';
import { Line } from './Line.tsx';

interface Props {
  group: Lines;
  debtor: string;
  /** The language of the conversation, for whoever reads it aloud. */
  spoken: string;
}

export function Group({ group, debtor, spoken }: Props) {
  const { language, texts } = useWords();
  const user = useDesk().session.user.value;
  const { sender } = texts.conversation;
  const own = group.sender === 'agent' && group.name === user?.name.split(' ')[0];
  const name =
    group.sender === 'debtor' ? debtor : own ? sender.you : (group.name ?? sender[group.sender]);
  return (
    <>
      {group.day && <p class="day">{dayName(language, group.day, texts.conversation)}</p>}
      <section class={`group group-${group.sender}`}>
        <h2 class="group-who">
          <span class="group-name">{name}</span>
          {group.sender === 'agent' && !own && <span>{sender.agent}</span>}
          <time dateTime={group.at}>{clock(language, group.at)}</time>
        </h2>
        {group.messages.map((message) => (
          <Line key={message.id} message={message} debtor={debtor} spoken={spoken} />
        ))}
      </section>
    </>
  );
}

function dayName(language: string, iso: string, words: { today: string; yesterday: string }) {
  const now = new Date();
  if (iso === dayOf(now)) return words.today;
  now.setDate(now.getDate() - 1);
  return iso === dayOf(now) ? words.yesterday : inWords(language, iso);
}
