import { useEffect } from 'preact/hooks';
import { Route, Router, useLocation } from 'preact-iso';
import { Conversation } from '../conversation/Conversation.tsx';
import { NothingOpen } from '../conversation/NothingOpen.tsx';
import { useDesk } from '../desk.ts';
import { QueuePane } from '../queue/QueuePane.tsx';
import { CONVERSATION, pageOf } from './addresses.ts';

/** Three panes in a wide window, one page at a time in a narrow one. */
export function DeskPage() {
  const desk = useDesk();
  const { path } = useLocation();

  useEffect(() => {
    const onVisible = () => document.visibilityState === 'visible' && desk.looksAgain();
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [desk]);
  // Who leaves the desk for another page looks at no conversation.
  useEffect(() => () => void desk.looksAt(null), [desk]);

  return (
    <div class="panes" data-page={pageOf(path)}>
      <QueuePane />
      <Router>
        <Route path={CONVERSATION} component={Conversation} />
        <Route default component={NothingOpen} />
      </Router>
    </div>
  );
}
