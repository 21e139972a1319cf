import type { Filters, Handoff, QueueState, User } from '../api/wire.ts';

/** The beginning of a list that is longer: its first rows, and how many there are in all. */
export interface Page {
  items: Handoff[];
  total: number;
}

export const isWhole = (page: Page): boolean => page.items.length >= page.total;

/** Whether a handoff belongs in a list. */
export function belongs(handoff: Handoff, state: QueueState, me: string): boolean {
  if (state === 'waiting') return handoff.state === 'waiting';
  if (state === 'closed') return handoff.state === 'closed' || handoff.state === 'returned';
  if (handoff.state !== 'taken') return false;
  return (handoff.taken_by?.id === me) === (state === 'mine');
}

/** Whether it is let through. */
export function passes(handoff: Handoff, wanted: Filters, user: User | null): boolean {
  const { client, language, reason, fits } = wanted;
  return (
    (!fits || suits(handoff, user)) &&
    (!client || handoff.client.id === client) &&
    (!language || handoff.language === language) &&
    (!reason || handoff.reason === reason)
  );
}

/** Whether it is in a language that the user speaks and, unless somebody is in danger, within the training. */
function suits({ language, priority, reason }: Handoff, user: User | null): boolean {
  if (!user) return true;
  const speaks = user.speaks.length === 0 || user.speaks.includes(language);
  return speaks && (priority > 0 || !user.not_trained_for.includes(reason));
}

/** The page with the handoff as it is now: in its place, or out. An order of open ones. */
export function withChange(page: Page, handoff: Handoff, is: boolean): Page {
  const was = page.items.some((it) => it.id === handoff.id);
  const others = page.items.filter((it) => it.id !== handoff.id);
  const total = page.total + Number(is) - Number(was);
  if (!is) return { items: others, total };
  const at = others.findIndex((it) => before(handoff, it));
  // Beyond the rows that are here it comes with the page that it is on.
  if (at < 0 && !was && !isWhole(page)) return { items: others, total };
  const place = at < 0 ? others.length : at;
  return { items: [...others.slice(0, place), handoff, ...others.slice(place)], total };
}

/** The backend's order: who is in danger first, then who waits longest. */
function before(one: Handoff, other: Handoff): boolean {
  if (one.priority !== other.priority) return one.priority > other.priority;
  const apart = Date.parse(one.created_at) - Date.parse(other.created_at);
  return apart ? apart < 0 : one.id < other.id;
}
