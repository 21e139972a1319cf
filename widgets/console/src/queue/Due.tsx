import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Clock, PhoneCall, TriangleAlert } from 'lucide';
import type { Handoff } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { nowFor } from '../frame/now.ts';
import { moment, shortMoment } from '../words/moment.ts';
import { fill } from '../words/texts.ts';

/**
 * By when something is to be done: what was promised to the debtor, else the client's target. It is
 * told by the clock of the client, in whose opening hours it is counted; a colour only when it is late.
 */
export function Due({ of: handoff }: { of: Handoff }) {
  const { language, texts } = useWords();
  const { promised_at: promised, clock, kind, client, state } = handoff;
  const call = kind === 'callback' && state === 'waiting';
  const told = state === 'waiting' ? promised : null;
  const at = told ?? clock?.due_at;
  if (!at) return null;
  const today = new Date(nowFor(client));
  const when = moment(language, at, today, client.zone);
  const late = Date.parse(at) < today.getTime();
  const { queue } = texts;
  const usual = clock?.name === 'resolution' ? queue.resolution_due : queue.answer_due;
  const ahead = told ? queue.promised : usual;
  const behind = told ? queue.overdue : queue.missed;
  const ring = handoff.call_from ? queue.call : queue.call_by;
  const words = fill(late ? behind : call ? ring : ahead, { when });
  return (
    <span class={late ? 'row-promise row-late' : 'row-promise'} title={words}>
      <Icon of={late ? TriangleAlert : call ? PhoneCall : Clock} small />
      <span class="unseen">{words}</span>
      <span aria-hidden="true">{shortMoment(language, at, today, client.zone)}</span>
    </span>
  );
}
