import type { User } from '../api/wire.ts';
import { BASE, conversationIn } from './addresses.ts';
import pages from './pages.json';

export type PageName =
  | 'desk'
  | 'team'
  | 'deadlines'
  | 'approvals'
  | 'figures'
  | 'misses'
  | 'clients'
  | 'audit'
  | 'users'
  | 'security';

export interface ConsolePage {
  name: PageName;
  address: string;
  /** Null: everybody's own, which the name in the bar leads to. */
  permission: string | null;
}

const all: ConsolePage[] = pages.map(({ name, at, permission }) => ({
  name: name as PageName,
  address: `${BASE}/${at}`,
  permission,
}));

export const may = (user: User | null, permission: string): boolean =>
  user?.permissions.includes(permission) ?? false;

/** The pages that a user's role opens, in the order of the top bar. */
export const pagesOf = (user: User | null): ConsolePage[] =>
  all.filter(({ permission }) => permission !== null && may(user, permission));

/** Which page an address belongs to; null for none. */
export function pageIn(path: string): PageName | null {
  if (conversationIn(path) && !path.startsWith(`${BASE}/figures`)) return 'desk';
  const found = all.find(({ address }) => path === address || path.startsWith(`${address}/`));
  return found?.name ?? null;
}
