import { useLocation } from 'preact-iso';
import { useWords } from '../desk.ts';
import { withQuery } from '../frame/useQuery.ts';
import { ClientDot } from '../queue/ClientDot.tsx';
import { languageName } from '../words/language.ts';
import { moment } from '../words/moment.ts';
import { named } from '../words/texts.ts';
import { CONVERSATIONS } from './addresses.ts';
import { knownClient } from './clientNames.ts';
import type { Conversation } from './wire.ts';
import { number } from './writing.ts';

interface Props {
  conversation: Conversation;
  query: URLSearchParams;
  open: boolean;
}

export function ConversationRow({ conversation: it, query, open }: Props) {
  const { language, texts } = useWords();
  const { route } = useLocation();
  const address = withQuery(`${CONVERSATIONS}/${encodeURIComponent(it.id)}`, query);
  const client = knownClient(it.client);
  return (
    <tr
      class="list-row"
      aria-current={open ? 'true' : undefined}
      onClick={(event) => {
        if (!(event.target as Element).closest('a')) route(address);
      }}
    >
      <th scope="row">
        <a href={address}>{moment(language, it.begun_at)}</a>
      </th>
      <td>{client ? <ClientDot client={client} /> : it.client}</td>
      <td class="list-extra">{it.language && languageName(language, it.language)}</td>
      <td class="list-extra">{it.channel && named(texts.conversation.channel, it.channel)}</td>
      <td class="figure">{number(language, it.turns)}</td>
      <td class="figure">{number(language, it.missed)}</td>
      <td>
        {it.outcome_label}
        {it.reason_label && <span class="list-note">{it.reason_label}</span>}
        {it.endings.map((ending) => (
          <span key={ending} class="list-note">
            {ending}
          </span>
        ))}
      </td>
    </tr>
  );
}
