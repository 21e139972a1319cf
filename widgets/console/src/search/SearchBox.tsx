import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Search as Glass } from 'lucide';
import { useRef } from 'preact/hooks';
import { useDesk, useWords } from '../desk.ts';
import { useCommand } from '../keyboard/commands.ts';
import { Tip } from '../keyboard/Tip.tsx';
import limits from './limits.json';

/** Where one searches all conversations that one may see. */
export function SearchBox() {
  const { search } = useDesk();
  const { search: words } = useWords().texts;
  const box = useRef<HTMLInputElement>(null);
  useCommand('search', () => {
    box.current?.focus();
    box.current?.select();
  });
  return (
    <form
      class="search-box"
      onSubmit={(event) => {
        event.preventDefault();
        void search.ask();
      }}
    >
      <Icon of={Glass} small />
      <input
        ref={box}
        type="search"
        aria-label={words.label}
        aria-keyshortcuts="/"
        placeholder={words.placeholder}
        maxLength={limits.characters}
        autocomplete="off"
        value={search.words.value}
        onInput={(event) => search.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            search.clear();
            box.current?.blur();
          } else if (event.key === 'ArrowDown') {
            event.preventDefault();
            document.querySelector<HTMLElement>('.found-link')?.focus();
          }
        }}
      />
      <Tip command="search" side="end" />
    </form>
  );
}
