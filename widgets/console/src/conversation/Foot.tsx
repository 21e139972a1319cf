import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Bot, CircleCheck, Lock, StickyNote, UserRound } from 'lucide';
import type { Detail } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { useCommand } from '../keyboard/commands.ts';
import { Tip } from '../keyboard/Tip.tsx';
import { NoteBox } from '../notes/NoteBox.tsx';
import { fill } from '../words/texts.ts';
import { Composer } from './Composer.tsx';
import { TakeButton } from './TakeButton.tsx';
import type { Work } from './work.ts';

interface Props {
  work: Work;
  detail: Detail;
  onTake: () => void;
  /** From a colleague; it is asked first. */
  onTakeOver: () => void;
}

const icons = { other: Lock, waiting: UserRound, returned: Bot, closed: CircleCheck };

/** The place to answer, or who has the word instead. */
export function Foot({ work, detail, onTake, onTakeOver }: Props) {
  const { texts } = useWords();
  const holder = work.holder.value;
  const note = () => {
    work.noting.value = true;
    requestAnimationFrame(() => document.getElementById('note-text')?.focus());
  };
  const noted = () => {
    work.noting.value = false;
    const back = holder === 'me' ? 'reply' : 'conversation';
    requestAnimationFrame(() => document.getElementById(back)?.focus());
  };
  useCommand('note', note);
  if (work.noting.value) return <NoteBox work={work} onDone={noted} />;
  if (holder === 'me') return <Composer work={work} detail={detail} onNote={note} />;
  const name = detail.handoff.taken_by?.name ?? texts.holder.somebody;
  const lost = holder === 'other' && work.lost.value;
  const words = texts.holder[lost ? (work.draft.value ? 'lost_kept' : 'lost') : holder];
  return (
    <div class="foot">
      <div class={lost ? 'holder holder-lost' : 'holder'} role="status">
        <Icon of={icons[holder]} small />
        <p>{fill(words, { name })}</p>
        <div class="holder-acts">
          <button type="button" class="button" aria-keyshortcuts="n" onClick={note}>
            <Icon of={StickyNote} small />
            {texts.notes.write}
            <Tip command="note" side="end" />
          </button>
          {holder === 'other' && (
            <button type="button" class="button" aria-keyshortcuts="t" onClick={onTakeOver}>
              {texts.holder.take_over}
              <Tip command="take" side="end" />
            </button>
          )}
          {holder === 'waiting' && <TakeButton busy={work.busy.value === 'take'} onTake={onTake} />}
        </div>
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
