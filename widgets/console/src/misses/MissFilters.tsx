import type { ClientCard } from '../clients/wire.ts';
import { useWords } from '../desk.ts';
import { Pick } from '../frame/Pick.tsx';
import type { Changes } from '../frame/useQuery.ts';
import { languageName } from '../words/language.ts';
import { usePageTexts } from '../words/pageTexts.ts';

interface Props {
  query: URLSearchParams;
  clients: ClientCard[];
  languages: string[];
  change: (changes: Changes) => void;
}

export function MissFilters({ query, change, clients, languages }: Props) {
  const { language } = useWords();
  const texts = usePageTexts('misses');
  return (
    <search class="filters" aria-label={texts.filters.label}>
      <Pick
        label={texts.filters.language}
        all={texts.filters.all_languages}
        value={query.get('language') ?? ''}
        options={languages.map((code) => ({ value: code, label: languageName(language, code) }))}
        onPick={(code) => change({ language: code })}
      />
      <Pick
        label={texts.filters.client}
        all={texts.filters.all_clients}
        value={query.get('client') ?? ''}
        options={clients.map(({ id, name }) => ({ value: id, label: name }))}
        onPick={(id) => change({ client: id })}
      />
    </search>
  );
}
