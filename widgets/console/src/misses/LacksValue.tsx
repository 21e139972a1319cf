import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { BookOpen } from 'lucide';
import { useWords } from '../desk.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill, named } from '../words/texts.ts';
import type { Miss } from './wire.ts';

/** What helps a message that was understood, but whose value was not found: no example does. */
export function LacksValue({ miss }: { miss: Miss }) {
  const { texts } = useWords();
  const own = usePageTexts('misses');
  const what = named(texts.intents, miss.guesses[0]?.intent ?? '');
  return (
    <p class="notice">
      <Icon of={BookOpen} small />
      <span>
        {fill(own.lacks_value, { what })} {fill(own.lexicon, { file: miss.lexicon ?? '' })}
      </span>
    </p>
  );
}
