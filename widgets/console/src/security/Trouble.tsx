import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { TriangleAlert } from 'lucide';

/** Why it did not work; it is there before, so that it is read out when it comes. */
export function Trouble({ text }: { text: string }) {
  return (
    <div id="security-problem" role="alert">
      {text && (
        <p class="notice notice-bad">
          <Icon of={TriangleAlert} small />
          {text}
        </p>
      )}
    </div>
  );
}
