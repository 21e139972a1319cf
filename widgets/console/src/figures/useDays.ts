import { useEffect } from 'preact/hooks';
import { type Change, changed, useQuery } from '../frame/useQuery.ts';
import { periodOf } from './periods.ts';

const USUAL = 'days_28';

/** The filters with their days, also in the address: a link shows the same days tomorrow. */
export function useDays(): [URLSearchParams, Change] {
  const [query, change] = useQuery();
  const dated = query.has('from') || query.has('to');
  useEffect(() => {
    if (!dated) change({ ...periodOf(USUAL) }, { replace: true });
  });
  return [dated ? query : changed(query, { ...periodOf(USUAL) }), change];
}
