import { useLocation } from 'preact-iso';
import { useWords } from '../desk.ts';
import { conversationIn } from './addresses.ts';

/** The first stops of the Tab key: each pane without the ones before it. */
export function SkipLinks() {
  const { frame } = useWords().texts;
  const open = conversationIn(useLocation().path);
  return (
    <nav class="skips">
      <a href="#queue">{frame.skip_to_list}</a>
      {open && <a href="#conversation">{frame.skip_to_conversation}</a>}
      {open && <a href="#case">{frame.skip_to_case}</a>}
    </nav>
  );
}
