import type { Message } from '@sovinto/ui/wire.ts';
import { Attachment } from './Attachment.tsx';
import { Buttons } from './Buttons.tsx';
import { Card } from './cards/Card.tsx';
import { LinkedText } from './LinkedText.tsx';
import { useView } from './view.ts';

interface Props {
  message: Message;
  /** The first of its speaker's lines in a row. */
  first: boolean;
  /** False where the same answer went on to other buttons. */
  offered: boolean;
  live: boolean;
  identifyOnly: boolean;
}

export function Bubble({ message, first, offered, live, identifyOnly }: Props) {
  const view = useView();
  const { sender, text, name, card, buttons } = message;

  if (sender === 'system') {
    const line = <p class="system">{text}</p>;
    if (!card) return line;
    return (
      <div class="message">
        {line}
        <Card card={card} />
      </div>
    );
  }

  const speaker = sender === 'debtor' ? view.texts.value.sender.you : view.speaker(sender, name);
  return (
    <div class={`message from-${sender}${first ? ' first' : ''}`}>
      {sender === 'agent' && first ? (
        <p class="speaker">{speaker}</p>
      ) : (
        <p class="unseen">{speaker}</p>
      )}
      {card?.type === 'attachment' ? (
        <Attachment text={text} card={card} />
      ) : (
        text && <div class="bubble">{sender === 'debtor' ? text : <LinkedText text={text} />}</div>
      )}
      {card && <Card card={card} />}
      {offered && buttons.length > 0 && (
        <Buttons
          buttons={buttons}
          live={live}
          identifyOnly={identifyOnly}
          strong={card?.type === 'plan'}
        />
      )}
    </div>
  );
}
