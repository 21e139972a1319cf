import { CloudOff } from 'lucide';
import { useWords } from '../desk.ts';
import { Empty } from './Empty.tsx';

/** What could not be had, why, and the way to try again. */
export function Failed({ problem, again }: { problem: string; again: () => Promise<void> }) {
  const { frame } = useWords().texts;
  return (
    <div role="alert">
      <Empty icon={CloudOff} title={problem}>
        <button type="button" class="button" onClick={() => void again()}>
          {frame.retry}
        </button>
      </Empty>
    </div>
  );
}
