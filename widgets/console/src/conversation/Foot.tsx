import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Bot, CircleCheck, Lock, UserRound } from 'lucide';
import type { Detail } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { fill } from '../words/texts.ts';
import { Composer } from './Composer.tsx';
import { TakeButton } from './TakeButton.tsx';
import type { Work } from './work.ts';

interface Props {
  work: Work;
  detail: Detail;
  onTake: () => void;
}

const icons = { other: Lock, waiting: UserRound, returned: Bot, closed: CircleCheck };

/** The place to answer, or who has the word instead. */
export function Foot({ work, detail, onTake }: Props) {
  const { texts } = useWords();
  const holder = work.holder.value;
  if (holder === 'me') return <Composer work={work} detail={detail} />;
  const name = detail.handoff.taken_by?.name ?? texts.holder.somebody;
  const lost = holder === 'other' && work.lost.value;
  const words = texts.holder[lost ? (work.draft.value ? 'lost_kept' : 'lost') : holder];
  return (
    <div class="foot">
      <div class={lost ? 'holder holder-lost' : 'holder'} role="status">
        <Icon of={icons[holder]} small />
        <p>{fill(words, { name })}</p>
        {holder === 'waiting' && <TakeButton busy={work.busy.value === 'take'} onTake={onTake} />}
      </div>
      {work.draft.value && (
        <figure class="kept">
          <figcaption>{texts.composer.kept}</figcaption>
          <blockquote>{work.draft.value}</blockquote>
        </figure>
      )}
    </div>
  );
}
