import { size } from '@sovinto/ui/size.ts';
import type { AttachmentCard } from '@sovinto/ui/wire.ts';
import { useContext, useState } from 'preact/hooks';
import { useWords } from '../../desk.ts';
import { OfConversation } from '../ofConversation.ts';
import pictures from './pictures.json';

/**
 * A file that the debtor has sent. A picture is drawn here, which runs nothing of it, and only when
 * somebody asks for it: each look stands in the log. All else is saved, never opened in a page of ours.
 */
export function FileView({ card }: { card: AttachmentCard }) {
  const { language, texts } = useWords();
  const conversation = useContext(OfConversation);
  const [shown, show] = useState(false);
  const words = texts.cards.attachment;
  const address = ['conversations', conversation, 'attachments', card.id]
    .map(encodeURIComponent)
    .join('/');
  return (
    <div class="card file">
      <p class="card-title">
        {card.kind === 'pdf' ? words.pdf : words.picture} · {size(language, card.size)}
      </p>
      {shown && <img class="file-picture" src={`/api/staff/${address}`} alt={words.picture} />}
      <p class="file-acts">
        {pictures.includes(card.kind) && (
          <button type="button" class="link" aria-expanded={shown} onClick={() => show(!shown)}>
            {shown ? words.hide : words.show}
          </button>
        )}
        <a class="link" href={`/api/staff/${address}`} download>
          {words.save}
        </a>
      </p>
    </div>
  );
}
