import { useWords } from '../desk.ts';
import layout from './layout.json';
import { MorePages } from './MorePages.tsx';
import type { ConsolePage, PageName } from './pages.ts';

interface Props {
  pages: ConsolePage[];
  open: PageName | undefined;
  numbers: Partial<Record<PageName, number>>;
}

/** The ways to the pages. In a narrow window the first few stay, and one list holds the rest. */
export function Pages({ pages, open, numbers }: Props) {
  const { frame } = useWords().texts;
  const folds = pages.length > layout.most_in_a_narrow_bar;
  const first = folds ? pages.slice(0, layout.first_in_a_narrow_bar) : pages;
  const rest = pages.slice(first.length);
  const shown = rest.find(({ name }) => name === open);
  // Beside the name of a page stands what is on that page.
  const within = shown ? [shown] : rest;
  const link = ({ name, address }: ConsolePage, extra = '') => (
    <a
      key={name}
      class={`top-page${extra}`}
      href={address}
      aria-current={name === open ? 'page' : undefined}
    >
      {frame.pages[name]}
      {numbers[name] ? <span class="tab-count">{numbers[name]}</span> : null}
    </a>
  );
  return (
    <nav class="top-pages" aria-label={frame.pages.label}>
      {first.map((page) => link(page))}
      {rest.map((page) => link(page, ' top-page-wide'))}
      {folds && (
        <MorePages
          number={within.reduce((sum, { name }) => sum + (numbers[name] ?? 0), 0)}
          open={shown}
        >
          {rest.map((page) => link(page))}
        </MorePages>
      )}
    </nav>
  );
}
