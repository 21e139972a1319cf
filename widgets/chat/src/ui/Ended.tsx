import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Check, RotateCcw } from 'lucide';
import { Rating } from './Rating.tsx';
import { useView } from './view.ts';

/** The conversation is over: say how it went, or begin again. */
export function Ended() {
  const view = useView();
  const { state, rating } = view.texts.value;
  const { session } = view;
  return (
    <section class="ended" aria-label={state.closed}>
      <p class="ended-line">{state.closed}</p>
      {session.rated.value ? (
        <p class="ended-thanks" role="status">
          <Icon of={Check} small />
          <span>{rating.thanks}</span>
        </p>
      ) : (
        <Rating />
      )}
      <button type="button" class="button" onClick={() => void session.restart()}>
        <Icon of={RotateCcw} small />
        <span>{state.again}</span>
      </button>
    </section>
  );
}
