import { FileView } from '../conversation/cards/FileView.tsx';
import { OfConversation } from '../conversation/ofConversation.ts';
import type { Work } from '../conversation/work.ts';
import { useWords } from '../desk.ts';

/** The files that the debtor has sent in this conversation, the newest first. */
export function FilesPart({ work }: { work: Work }) {
  const { history: words } = useWords().texts;
  const files = work.messages.value
    .flatMap(({ card }) => (card?.type === 'attachment' ? [card] : []))
    .reverse();
  if (files.length === 0) return null;
  return (
    <section class="part">
      <h2 class="part-title">{words.received}</h2>
      <div class="files">
        <OfConversation.Provider value={work.id}>
          {files.map((card) => (
            <FileView key={card.id} card={card} />
          ))}
        </OfConversation.Provider>
      </div>
    </section>
  );
}
