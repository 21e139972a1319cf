import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { TriangleAlert } from 'lucide';

/** Why something was not done. */
export function Trouble({ of }: { of: string | null }) {
  if (!of) return null;
  return (
    <p class="notice notice-bad" role="alert">
      <Icon of={TriangleAlert} small />
      {of}
    </p>
  );
}
