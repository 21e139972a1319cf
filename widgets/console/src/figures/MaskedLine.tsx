import { clock } from '@sovinto/ui/format.ts';
import { useWords } from '../desk.ts';
import { named } from '../words/texts.ts';
import type { MaskedMessage } from './wire.ts';

export function MaskedLine({ message, spoken }: { message: MaskedMessage; spoken: string }) {
  const { language, texts } = useWords();
  const intent = message.understood?.intent;
  return (
    <section class={`group group-${message.sender}`}>
      <h3 class="group-who">
        <span class="group-name">{texts.conversation.sender[message.sender]}</span>
        <time dateTime={message.at}>{clock(language, message.at)}</time>
      </h3>
      <div class="line">
        <div class="line-said">
          <p class="line-text" lang={spoken}>
            {message.text}
          </p>
        </div>
        {message.sender === 'debtor' && (
          <p class="understood">
            {intent ? named(texts.intents, intent) : texts.conversation.understood.none}
          </p>
        )}
      </div>
    </section>
  );
}
