import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Info } from 'lucide';
import { useView } from './view.ts';

/** What the backend refused, in its own sentence. */
export function Notice() {
  const { session } = useView();
  const text = session.phase.value === 'failed' ? null : session.notice.value;
  return (
    <div role="alert">
      {text && (
        <p class="notice">
          <Icon of={Info} small />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}
