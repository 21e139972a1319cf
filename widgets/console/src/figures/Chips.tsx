import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { X } from 'lucide';
import { useWords } from '../desk.ts';
import type { Changes } from '../frame/useQuery.ts';
import { languageName } from '../words/language.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill, named, type Texts } from '../words/texts.ts';
import { clientNamed } from './clientNames.ts';
import { weekName } from './weeks.ts';
import { period } from './writing.ts';

interface Props {
  query: URLSearchParams;
  change: (changes: Changes) => void;
}

/** What the list is narrowed by, in words; each part can be taken out. */
export function Chips({ query, change }: Props) {
  const { language, texts } = useWords();
  const own = usePageTexts('figures');
  const say: Record<string, (value: string) => string> = {
    client: clientNamed,
    language: (value) => languageName(language, value),
    channel: (value) => named(texts.conversation.channel, value),
    outcome: (value) => named(own.outcomes, value),
    reason: (value) => named(texts.reasons, value),
    ending: (value) => ended(texts, value),
    hour: (value) => fill(own.chips.hour, { hour: value }),
    hours: (value) => named(own.series, value),
    week: (value) => weekName(value, own.chips.week),
    missed_intent: (value) => fill(own.chips.missed, { what: named(texts.intents, value) }),
  };
  const [from, to] = [query.get('from'), query.get('to')];
  const narrowed = [...query].filter(([name]) => say[name]);
  return (
    <ul class="chips" aria-label={own.filters.label}>
      {from && to && <li class="chip">{period(language, from, to)}</li>}
      {narrowed.map(([name, value]) => {
        const words = say[name]?.(value) ?? value;
        return (
          <li key={`${name} ${value}`} class="chip">
            {words}
            <button
              type="button"
              class="chip-out"
              aria-label={fill(own.chips.out, { what: words })}
              onClick={() => change({ [name]: query.getAll(name).filter((it) => it !== value) })}
            >
              <Icon of={X} small />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** How a person ended it, and why where somebody said so. */
function ended({ close, notes }: Texts, value: string): string {
  const [how = '', why] = value.split('.');
  if (how === 'returned') return notes.returned;
  const { solved, promised, no_answer, other } = close;
  const ways = { solved, promised, no_answer, other };
  return [named(ways, how), why && named(close.reasons, why)].filter(Boolean).join(': ');
}
