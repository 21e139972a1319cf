import { dayOf } from '@sovinto/ui/format.ts';
import { useWords } from '../desk.ts';
import { Pick } from '../frame/Pick.tsx';
import { PickDay } from '../frame/PickDay.tsx';
import type { Changes } from '../frame/useQuery.ts';
import { languageName } from '../words/language.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { named } from '../words/texts.ts';
import { type Preset, periodOf, presetOf, presets } from './periods.ts';
import type { Summary } from './wire.ts';

interface Props {
  summary: Summary | null;
  query: URLSearchParams;
  change: (changes: Changes) => void;
}

const OWN = 'own';

/** The row that narrows everything on the page; all of it stands in the address. */
export function Filters({ summary, query, change }: Props) {
  const { language, texts } = useWords();
  const { filters } = usePageTexts('figures');
  const today = dayOf(new Date());
  const usual = periodOf('days_28');
  const from = query.get('from') ?? summary?.from ?? usual.from;
  const to = query.get('to') ?? summary?.to ?? usual.to;
  const preset = presetOf({ from, to });

  return (
    <search class="filters" aria-label={filters.label}>
      <Pick
        label={filters.period}
        value={preset ?? OWN}
        options={[
          ...presets.map((value) => ({ value, label: filters[value] })),
          ...(preset ? [] : [{ value: OWN, label: filters.own }]),
        ]}
        onPick={(value) => value !== OWN && change({ ...periodOf(value as Preset) })}
      />
      <PickDay
        label={filters.from}
        value={from}
        max={to}
        onPick={(day) => change({ from: day, to })}
      />
      <PickDay
        label={filters.to}
        value={to}
        min={from}
        max={today}
        onPick={(day) => change({ from, to: day })}
      />
      <Pick
        label={filters.client}
        all={filters.all_clients}
        value={query.get('client') ?? ''}
        options={(summary?.clients ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onPick={(client) => change({ client })}
      />
      <Pick
        label={filters.language}
        all={filters.all_languages}
        value={query.get('language') ?? ''}
        options={(summary?.languages ?? []).map((code) => ({
          value: code,
          label: languageName(language, code),
        }))}
        onPick={(code) => change({ language: code })}
      />
      <Pick
        label={filters.channel}
        all={filters.all_channels}
        value={query.get('channel') ?? ''}
        options={(summary?.channels ?? []).map((name) => ({
          value: name,
          label: named(texts.conversation.channel, name),
        }))}
        onPick={(channel) => change({ channel })}
      />
    </search>
  );
}
