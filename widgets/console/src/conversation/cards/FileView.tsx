import { size } from '@sovinto/ui/size.ts';
import type { AttachmentCard } from '@sovinto/ui/wire.ts';
import { useContext, useState } from 'preact/hooks';
import { useWords } from '../../desk.ts';
import { DocumentDialog } from '../../document/DocumentDialog.tsx';
import { OfConversation } from '../ofConversation.ts';
import pictures from './pictures.json';

/** Where a picture is, below the file's address; what stands here is drawn where it stands. */
const shownAt: Record<string, string> = pictures;

/**
 * A file that the debtor has sent. It is only fetched when somebody asks for it: each look stands in
 * the log. Nothing of it runs: a picture is drawn as one, a document on a canvas, all else is saved.
 */
export function FileView({ card }: { card: AttachmentCard }) {
  const { language, texts } = useWords();
  const conversation = useContext(OfConversation);
  const [shown, show] = useState(false);
  const words = texts.cards.attachment;
  const parts = ['conversations', conversation, 'attachments', card.id];
  const address = `/api/staff/${parts.map(encodeURIComponent).join('/')}`;
  const isDocument = card.kind === 'pdf';
  const picture = shownAt[card.kind];
  const title = `${isDocument ? words.pdf : words.picture} · ${size(language, card.size)}`;
  return (
    <div class="card file">
      <p class="card-title">{title}</p>
      {shown && picture !== undefined && (
        <Picture address={address + picture} title={words.picture} unreadable={words.unreadable} />
      )}
      {shown && isDocument && (
        <DocumentDialog title={title} address={address} onClose={() => show(false)} />
      )}
      <p class="file-acts">
        {picture !== undefined && (
          <button type="button" class="link" aria-expanded={shown} onClick={() => show(!shown)}>
            {shown ? words.hide : words.show}
          </button>
        )}
        {isDocument && (
          <button type="button" class="link" aria-haspopup="dialog" onClick={() => show(true)}>
            {words.show_document}
          </button>
        )}
        <a class="link" href={address} download>
          {words.save}
        </a>
      </p>
    </div>
  );
}

interface PictureProps {
  address: string;
  title: string;
  unreadable: string;
}

function Picture({ address, title, unreadable }: PictureProps) {
  const [failed, fail] = useState(false);
  if (failed) return <p role="alert">{unreadable}</p>;
  return (
    <img
      class="file-picture"
      src={address}
      alt={title}
      // Who asked for it sees it whole, and not its upper edge.
      onLoad={({ currentTarget }) => currentTarget.scrollIntoView({ block: 'nearest' })}
      onError={() => fail(true)}
    />
  );
}
