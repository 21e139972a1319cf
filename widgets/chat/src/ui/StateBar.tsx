import { clock } from '@sovinto/ui/format.ts';
import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Clock, PhoneCall, WifiOff } from 'lucide';
import { moment } from './moment.ts';
import { fill } from './texts.ts';
import { useView, type View } from './view.ts';

/** The one line on how things stand, when it is not the usual way. */
export function StateBar() {
  const line = useLine();
  return (
    <div role="status" class="state">
      {line && (
        <p class={`state-line state-${line.kind}`}>
          <Icon of={line.icon} small />
          <span>{line.text}</span>
        </p>
      )}
    </div>
  );
}

function useLine() {
  const view = useView();
  const { session } = view;
  const { state } = view.texts.value;
  if (session.phase.value === 'failed') return null;
  if (session.reach.offline.value) return { kind: 'offline', icon: WifiOff, text: state.offline };
  if (session.dialogue.mode.value !== 'queue') return null;
  const cards = session.dialogue.transcript.messages.value.map((message) => message.card);
  const latest = cards.findLast((card) => card?.type === 'callback' || card?.type === 'handoff');
  if (latest?.type !== 'callback') return { kind: 'queue', icon: Clock, text: queueLine(view) };
  const when = moment(view.language.value, view.texts.value, latest.at);
  return { kind: 'callback', icon: PhoneCall, text: fill(state.callback, { when }) };
}

/** The place and the wait, as far as they are known. */
function queueLine(view: View): string {
  const { state } = view.texts.value;
  const place = view.session.dialogue.place.value;
  if (!place) return state.queue;
  const known = { place: String(place.place), minutes: String(place.minutes) };
  if (place.closes) {
    return fill(state.queue_closing, { ...known, clock: clock(view.language.value, place.closes) });
  }
  if (place.minutes) return fill(state.queue_known, known);
  return fill(place.place === 1 ? state.queue_next : state.queue_unknown, known);
}
