import { useLocation } from 'preact-iso';

export type Changes = Record<string, string | string[] | null>;

/** Replaces the page in the browser's history, or adds one to it. */
export type Change = (changes: Changes, how?: { replace?: boolean }) => void;

/** The filters, which live in the address: what is seen can be sent on, and the back button works. */
export function useQuery(): [URLSearchParams, Change] {
  const { url, path, route } = useLocation();
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  const change: Change = (changes, { replace = false } = {}) =>
    route(withQuery(path, changed(query, changes)), replace);
  return [query, change];
}

/** A query with some of its values set anew; null, nothing or an empty list takes one out. */
export function changed(query: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    for (const one of [value ?? []].flat()) if (one) next.append(name, one);
  }
  return next;
}

/** Only some of the values of a query. */
export function only(query: URLSearchParams, names: readonly string[]): URLSearchParams {
  return new URLSearchParams([...query].filter(([name]) => names.includes(name)));
}

export const withQuery = (path: string, query: URLSearchParams): string => {
  const text = query.toString();
  return text ? `${path}?${text}` : path;
};
