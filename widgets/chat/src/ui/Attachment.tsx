import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { size } from '@sovinto/ui/size.ts';
import type { AttachmentCard } from '@sovinto/ui/wire.ts';
import { FileCheck } from 'lucide';
import { useView } from './view.ts';

/** A file that has arrived, in one line. */
export function Attachment({ text, card }: { text: string; card: AttachmentCard }) {
  const view = useView();
  const { kinds } = view.texts.value.attachment;
  const kind = card.kind === 'pdf' ? kinds.pdf : kinds.picture;
  return (
    <div class="bubble attachment">
      <Icon of={FileCheck} small />
      <span>{text}</span>
      <span class="attachment-facts">
        {kind}, {size(view.language.value, card.size)}
      </span>
    </div>
  );
}
