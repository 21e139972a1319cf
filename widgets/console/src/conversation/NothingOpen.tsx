import { MessagesSquare } from 'lucide';
import { useEffect } from 'preact/hooks';
import { useDesk, useWords } from '../desk.ts';
import { Empty } from '../frame/Empty.tsx';

export function NothingOpen() {
  const desk = useDesk();
  const { conversation } = useWords().texts;
  useEffect(() => {
    desk.looksAt(null);
  }, [desk]);
  return (
    <main id="conversation" class="pane conversation conversation-none" tabIndex={-1}>
      <Empty icon={MessagesSquare} {...conversation.none} />
    </main>
  );
}
