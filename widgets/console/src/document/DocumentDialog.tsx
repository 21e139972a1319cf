import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { fill } from '../words/texts.ts';
import { DocumentPage } from './DocumentPage.tsx';
import type { Opened } from './opening.ts';

interface Props {
  title: string;
  address: string;
  onClose: () => void;
}

/** A document over the desk, a page at a time. What draws it comes when the first one is opened. */
export function DocumentDialog({ title, address, onClose }: Props) {
  const { texts } = useWords();
  const words = texts.cards.attachment;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failed, setFailed] = useState(false);
  const [number, turnTo] = useState(1);

  useEffect(() => {
    let gone = false;
    let mine: Opened | undefined;
    const open = async () => {
      const { openDocument } = await import('./opening.ts');
      mine = await openDocument(address);
      if (gone) mine.close();
      else setOpened(mine);
    };
    open().catch(() => setFailed(true));
    return () => {
      gone = true;
      mine?.close();
    };
  }, [address]);

  const pages = opened?.pages ?? 0;
  return (
    <Dialog title={title} onClose={onClose}>
      {failed ? (
        <p role="alert">{words.unreadable}</p>
      ) : (
        <div class="document">
          {opened ? (
            <DocumentPage
              key={number}
              opened={opened}
              number={number}
              label={fill(words.page, { page: number, pages })}
              onFail={() => setFailed(true)}
            />
          ) : (
            <p class="loading">{texts.frame.loading}</p>
          )}
        </div>
      )}
      <div class="dialog-acts document-acts">
        {pages > 1 && (
          <>
            <button
              type="button"
              class="button"
              aria-disabled={number === 1}
              onClick={() => turnTo(Math.max(1, number - 1))}
            >
              {words.previous}
            </button>
            <span class="document-number" role="status">
              {fill(words.page, { page: number, pages })}
            </span>
            <button
              type="button"
              class="button"
              aria-disabled={number === pages}
              onClick={() => turnTo(Math.min(pages, number + 1))}
            >
              {words.next}
            </button>
          </>
        )}
        <a class="button" href={address} download>
          {words.save}
        </a>
        <button type="button" class="button primary" data-first onClick={onClose}>
          {words.close}
        </button>
      </div>
    </Dialog>
  );
}
