import { useEffect, useState } from 'preact/hooks';
import { Route, Router, useLocation } from 'preact-iso';
import { Conversation } from '../conversation/Conversation.tsx';
import { NothingOpen } from '../conversation/NothingOpen.tsx';
import { useDesk, useWords } from '../desk.ts';
import { onKey, useCommand } from '../keyboard/commands.ts';
import { KeysDialog } from '../keyboard/KeysDialog.tsx';
import { QueuePane } from '../queue/QueuePane.tsx';
import { CONVERSATION, pageOf, QUEUE } from './addresses.ts';
import { LineState } from './LineState.tsx';
import { tick } from './now.ts';
import { SkipLinks } from './SkipLinks.tsx';
import { TopBar } from './TopBar.tsx';

/** Three panes in a wide window, one page at a time in a narrow one. */
export function Shell() {
  const desk = useDesk();
  const { language } = useWords();
  const { path, route } = useLocation();
  const [keysShown, showKeys] = useState(false);
  const page = pageOf(path);

  useEffect(tick, []);
  useEffect(() => {
    const onVisible = () => document.visibilityState === 'visible' && desk.looksAgain();
    addEventListener('keydown', onKey);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      removeEventListener('keydown', onKey);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [desk]);
  useEffect(() => {
    if (page === 'queue' && path !== QUEUE) route(QUEUE, true);
  }, [page, path, route]);
  useCommand('help', () => showKeys(true));

  return (
    <div class="shell" lang={language}>
      <SkipLinks />
      <TopBar onKeys={() => showKeys(true)} />
      <LineState />
      <div class="panes" data-page={page}>
        <QueuePane />
        <Router>
          <Route path={CONVERSATION} component={Conversation} />
          <Route default component={NothingOpen} />
        </Router>
      </div>
      {keysShown && <KeysDialog onClose={() => showKeys(false)} />}
    </div>
  );
}
