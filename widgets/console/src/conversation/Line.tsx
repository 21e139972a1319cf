import type { Message } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { CardView } from './cards/CardView.tsx';
import { LinkedText } from './LinkedText.tsx';
import { NotDelivered } from './NotDelivered.tsx';
import { Understanding } from './Understanding.tsx';
import { understoodShown } from './understanding.ts';

interface Props {
  message: Message;
  debtor: string;
  spoken: string;
}

export function Line({ message, debtor, spoken }: Props) {
  const { conversation } = useWords().texts;
  const { sender, text, card, buttons, understood, undelivered } = message;
  return (
    <div class="line">
      <div class="line-said">
        {text && (
          <p class="line-text" lang={spoken}>
            {sender === 'debtor' ? text : <LinkedText text={text} />}
          </p>
        )}
        {card && <CardView card={card} />}
        {buttons.length > 0 && (
          <p class="line-choices">
            <span class="unseen">{conversation.choices}: </span>
            {buttons.map(({ title }) => (
              <span class="choice" key={title} lang={spoken}>
                {title}
              </span>
            ))}
          </p>
        )}
        {undelivered && <NotDelivered how={undelivered} debtor={debtor} />}
      </div>
      {sender === 'debtor' && understoodShown.value && understood && (
        <Understanding of={understood} />
      )}
    </div>
  );
}
