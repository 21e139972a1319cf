import { CloudOff } from 'lucide';
import { useDesk, useWords } from '../desk.ts';
import { Empty } from './Empty.tsx';

/** Nothing could be asked at the start, not even who this is. */
export function Unreached() {
  const { session } = useDesk();
  const { texts } = useWords();
  return (
    <main class="sign-in">
      <Empty icon={CloudOff} title={texts.session.unreachable}>
        <button type="button" class="button primary" onClick={() => void session.resume()}>
          {texts.frame.retry}
        </button>
      </Empty>
    </main>
  );
}
