/** Addresses carry ids and nothing else. */
export const BASE = '/console';
export const SECURITY = `${BASE}/security`;
export const QUEUE = `${BASE}/queue`;
export const CONVERSATION = `${BASE}/conversations/:id/:page?`;

export const conversationAt = (id: string): string =>
  `${BASE}/conversations/${encodeURIComponent(id)}`;

export const caseAt = (id: string): string => `${conversationAt(id)}/case`;

/** Which conversation an address names; null for none. */
export function conversationIn(path: string): string | null {
  const found = /\/conversations\/([^/]+)/.exec(path)?.[1];
  return found ? decodeURIComponent(found) : null;
}

export type Page = 'queue' | 'conversation' | 'case';

/** Which of the panes a narrow window shows. */
export function pageOf(path: string): Page {
  if (!conversationIn(path)) return 'queue';
  return path.endsWith('/case') ? 'case' : 'conversation';
}
