import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { CloudOff, RefreshCw } from 'lucide';
import { useDesk, useWords } from '../desk.ts';

/** Says when the line is down; the place is always there for screen readers to listen to. */
export function LineState() {
  const desk = useDesk();
  const { frame } = useWords().texts;
  const offline = desk.reach.offline.value;
  const late = !offline && desk.live.lost.value;
  return (
    <div role="status" class="line-state">
      {(offline || late) && (
        <p class={offline ? 'strip strip-warn' : 'strip strip-late'}>
          <Icon of={offline ? CloudOff : RefreshCw} small />
          {offline ? frame.offline : frame.reconnecting}
        </p>
      )}
    </div>
  );
}
