import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { ArrowLeft } from 'lucide';
import { useWords } from '../desk.ts';
import { only, useQuery, withQuery } from '../frame/useQuery.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { FILTERS, OVERVIEW } from './addresses.ts';
import { Chips } from './Chips.tsx';
import { ConversationList } from './ConversationList.tsx';
import { MaskedPane } from './MaskedPane.tsx';

/** The conversations that a figure is counted from; one of them can be open beside the list. */
export function ConversationsBehind({ params }: { params: { id?: string } }) {
  const { language } = useWords();
  const texts = usePageTexts('figures');
  const [query, change] = useQuery();
  const open = params.id ?? null;
  const Title = open ? 'h2' : 'h1';
  return (
    <main
      id="page"
      class={open ? 'page behind behind-open' : 'page behind'}
      tabIndex={-1}
      lang={language}
    >
      <div class="behind-list">
        <div class="behind-head">
          <a class="link-back" href={withQuery(OVERVIEW, only(query, FILTERS))}>
            <Icon of={ArrowLeft} small />
            {texts.back}
          </a>
          {/* The page is about the conversation that is open; in a narrow window it is all of it. */}
          <Title>{texts.conversations.title}</Title>
          <Chips query={query} change={change} />
        </div>
        <ConversationList query={query} open={open} />
      </div>
      {open && <MaskedPane key={open} id={open} query={query} />}
    </main>
  );
}
