import { Route, Router } from 'preact-iso';
import '../styles/pages.css';
import '../styles/figures-tones.css';
import '../styles/figures-page.css';
import '../styles/figures-bars.css';
import '../styles/figures-columns.css';
import '../styles/figures-conversations.css';
import { CONVERSATIONS } from './addresses.ts';
import { ConversationsBehind } from './ConversationsBehind.tsx';
import { Overview } from './Overview.tsx';

/** The figures, and below them the conversations that a bar is made of. */
export function FiguresArea() {
  return (
    <Router>
      <Route path={`${CONVERSATIONS}/:id?`} component={ConversationsBehind} />
      <Route default component={Overview} />
    </Router>
  );
}
