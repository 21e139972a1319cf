import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { RotateCcw, WifiOff } from 'lucide';
import { useView } from './view.ts';

/** No conversation could be begun: say so, and offer to try. */
export function Failed() {
  const view = useView();
  const { session } = view;
  const { state } = view.texts.value;
  return (
    <div class="failed" role="alert">
      <Icon of={WifiOff} />
      <p>{session.notice.value ?? state.failed}</p>
      <button type="button" class="button primary" onClick={() => void session.start()}>
        <Icon of={RotateCcw} small />
        <span>{state.retry}</span>
      </button>
    </div>
  );
}
