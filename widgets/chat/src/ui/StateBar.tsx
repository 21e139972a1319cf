import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Clock, PhoneCall, WifiOff } from 'lucide';
import { moment } from './moment.ts';
import { fill } from './texts.ts';
import { useView } from './view.ts';

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
  if (latest?.type !== 'callback') return { kind: 'queue', icon: Clock, text: state.queue };
  const when = moment(view.language.value, view.texts.value, latest.at);
  return { kind: 'callback', icon: PhoneCall, text: fill(state.callback, { when }) };
}
