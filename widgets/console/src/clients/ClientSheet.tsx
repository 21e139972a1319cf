import { brandSteps } from '@sovinto/ui/brand.ts';
import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { DoorClosed, DoorOpen } from 'lucide';
import { useWords } from '../desk.ts';
import { languageName } from '../words/language.ts';
import { moment } from '../words/moment.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill, named } from '../words/texts.ts';
import { HandOver } from './HandOver.tsx';
import { Rules } from './Rules.tsx';
import { week } from './week.ts';
import type { ClientCard } from './wire.ts';

/** One client: who, when people are there, where it can be reached, and what it allows. */
export function ClientSheet({ client }: { client: ClientCard }) {
  const { language, texts } = useWords();
  const own = usePageTexts('clients');
  const steps = brandSteps(client.colour);
  const colours = steps && {
    '--client-brand': steps.light.brand,
    '--client-brand-dark': steps.dark.brand,
  };
  const heading = `client-${client.id}`;
  return (
    <article class="sheet" aria-labelledby={heading} style={colours ?? {}}>
      <header class="sheet-head">
        <h3 id={heading}>{client.name}</h3>
        <p class={client.open_now ? 'sheet-open' : 'sheet-closed'}>
          <Icon of={client.open_now ? DoorOpen : DoorClosed} small />
          {client.open_now ? own.open : own.closed}
        </p>
      </header>
      {!client.takes_new_conversations && <p class="notice">{own.ending}</p>}
      <dl class="sheet-facts">
        <div>
          <dt>{own.hours}</dt>
          <dd>
            {client.hours.length === 0 && own.no_hours}
            <ul>
              {week(language, client.hours).map(({ days, hours }) => (
                <li key={days} class="sheet-hours">
                  <span>{days}</span>
                  <span>{hours}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{own.languages}</dt>
          <dd>{client.languages.map((code) => languageName(language, code)).join(', ')}</dd>
        </div>
        <div>
          <dt>{own.channels}</dt>
          <dd>{client.channels.map((it) => named(texts.conversation.channel, it)).join(', ')}</dd>
        </div>
      </dl>
      <HandOver of={client.hand_over} />
      <Rules rules={client.rules} />
      <footer class="hint">
        <code>{client.id}</code>
        <span>{fill(own.loaded, { when: moment(language, client.loaded_at) })}</span>
      </footer>
    </article>
  );
}
