import { BASE } from '../frame/addresses.ts';
import { changed, only, withQuery } from '../frame/useQuery.ts';
import type { Drill } from './wire.ts';

export const OVERVIEW = `${BASE}/figures`;
export const CONVERSATIONS = `${OVERVIEW}/conversations`;

/** What every question about figures can be narrowed by. */
export const FILTERS = ['from', 'to', 'client', 'language', 'channel'] as const;

/** The page with the conversations behind one bar, under the filters that are set. */
export function behind(query: URLSearchParams, drill: Drill): string {
  const values = Object.entries(drill).map(([name, value]) => [
    name,
    Array.isArray(value) ? value : String(value),
  ]);
  return withQuery(CONVERSATIONS, changed(only(query, FILTERS), Object.fromEntries(values)));
}

export const csvOf = (chart: string, query: URLSearchParams): string =>
  withQuery(`/api/staff/figures/${chart}.csv`, only(query, FILTERS));
