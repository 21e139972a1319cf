import { dayOf } from '@sovinto/ui/format.ts';
import { Pick } from '../frame/Pick.tsx';
import { PickDay } from '../frame/PickDay.tsx';
import { PickText } from '../frame/PickText.tsx';
import type { Changes } from '../frame/useQuery.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { named } from '../words/texts.ts';
import { EVERYBODY, kindIn, PEOPLE } from './kinds.ts';

interface Props {
  query: URLSearchParams;
  change: (changes: Changes) => void;
}

export function AuditFilters({ query, change }: Props) {
  const { filters, acts } = usePageTexts('audit');
  const today = dayOf(new Date());
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
  return (
    <search class="filters" aria-label={filters.label}>
      <PickDay
        label={filters.from}
        value={from}
        max={to || today}
        onPick={(day) => change({ from: day })}
      />
      <PickDay
        label={filters.to}
        value={to}
        min={from || undefined}
        max={today}
        onPick={(day) => change({ to: day })}
      />
      <Pick
        label={filters.act}
        all={filters.all_acts}
        value={query.get('act') ?? ''}
        options={Object.entries(acts).map(([value, label]) => ({ value, label }))}
        onPick={(act) => change({ act })}
      />
      <Pick
        label={filters.kind}
        value={kindIn(query)}
        options={[PEOPLE, EVERYBODY].map((value) => ({
          value,
          label: named(filters.kinds, value),
        }))}
        onPick={(kind) => change({ kind: kind === PEOPLE ? null : kind })}
      />
      <PickText
        label={filters.actor}
        value={query.get('actor') ?? ''}
        onPick={(actor) => change({ actor })}
      />
      <PickText
        label={filters.case}
        value={query.get('case') ?? ''}
        onPick={(reference) => change({ case: reference })}
      />
    </search>
  );
}
