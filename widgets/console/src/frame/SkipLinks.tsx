import { useLocation } from 'preact-iso';
import { useWords } from '../desk.ts';
import { conversationIn } from './addresses.ts';
import type { PageName } from './pages.ts';

/** The first stops of the Tab key: each pane without the ones before it. */
export function SkipLinks({ page }: { page: PageName | undefined }) {
  const { frame } = useWords().texts;
  const open = conversationIn(useLocation().path);
  return (
    <nav class="skips">
      {page !== 'desk' && <a href="#page">{frame.skip_to_page}</a>}
      {page === 'desk' && <a href="#queue">{frame.skip_to_list}</a>}
      {page === 'desk' && open && <a href="#conversation">{frame.skip_to_conversation}</a>}
      {page === 'desk' && open && <a href="#case">{frame.skip_to_case}</a>}
    </nav>
  );
}
