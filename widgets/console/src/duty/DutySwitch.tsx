import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { CircleCheck, CirclePause, Timer } from 'lucide';
import { useDesk, useWords } from '../desk.ts';
import { useCommand } from '../keyboard/commands.ts';
import { Tip } from '../keyboard/Tip.tsx';
import { duration } from '../words/duration.ts';

const icons = { available: CircleCheck, wrap_up: Timer, away: CirclePause };

/** What one is now, in the top bar; pressing it changes it. */
export function DutySwitch() {
  const { duty } = useDesk();
  const { language, texts } = useWords();
  const state = duty.state.value;
  const change = () => void duty.change();
  useCommand('duty', state ? change : null);
  if (!state) return null;
  const word = texts.duty[state];
  const act = state === 'available' ? texts.duty.go_away : texts.duty.be_available;
  return (
    <button
      type="button"
      class={`button quiet duty duty-${state}`}
      aria-label={`${word}. ${act}`}
      aria-keyshortcuts="w"
      onClick={change}
    >
      <Icon of={icons[state]} small />
      <span class="duty-word">{word}</span>
      {state === 'wrap_up' && (
        <span class="duty-left">{duration(language, duty.secondsLeft.value)}</span>
      )}
      <Tip label={act} command="duty" side="end" />
    </button>
  );
}
