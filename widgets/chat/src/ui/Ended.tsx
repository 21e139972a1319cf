import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Check, RotateCcw } from 'lucide';
import { Rating } from './Rating.tsx';
import { useView } from './view.ts';

/** The conversation is over: say how it went, begin another, or write below to go on with it. */
export function Ended() {
  const view = useView();
  const { state, rating } = view.texts.value;
  const { session } = view;
  return (
    <section class="ended" aria-label={state.closed}>
      {session.rated.value ? (
        <p class="ended-thanks" role="status">
          <Icon of={Check} small />
          <span>{rating.thanks}</span>
        </p>
      ) : (
        <Rating />
      )}
      <button type="button" class="ended-again" onClick={() => void session.restart()}>
        <Icon of={RotateCcw} small />
        <span>{state.again}</span>
      </button>
    </section>
  );
}
