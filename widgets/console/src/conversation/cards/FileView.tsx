import { size } from '@sovinto/ui/size.ts';
import type { AttachmentCard } from '@sovinto/ui/wire.ts';
import { useContext } from 'preact/hooks';
import { useWords } from '../../desk.ts';
import { OfConversation } from '../ofConversation.ts';

/** A file that the debtor has sent. It is saved, never opened in a page of ours. */
export function FileView({ card }: { card: AttachmentCard }) {
  const { language, texts } = useWords();
  const conversation = useContext(OfConversation);
  const words = texts.cards.attachment;
  const address = ['conversations', conversation, 'attachments', card.id]
    .map(encodeURIComponent)
    .join('/');
  return (
    <div class="card file">
      <p class="card-title">
        {card.kind === 'pdf' ? words.pdf : words.picture} · {size(language, card.size)}
      </p>
      <a class="link" href={`/api/staff/${address}`} download>
        {words.save}
      </a>
    </div>
  );
}
