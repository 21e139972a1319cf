import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Phone, Send, TriangleAlert, UsersRound } from 'lucide';
import { useState } from 'preact/hooks';
import type { Detail } from '../api/wire.ts';
import type { Work } from '../conversation/work.ts';
import { useWords } from '../desk.ts';
import { named } from '../words/texts.ts';
import { AskDialog } from './AskDialog.tsx';
import { useGranting } from './granting.ts';
import { ReadOut } from './ReadOut.tsx';
import type { Answer, Kind, Offer, Terms } from './wire.ts';

interface Props {
  work: Work;
  detail: Detail;
  wish: { kind: Kind; terms: Terms; offer: Offer };
  answer: Answer;
  /** What is shown is not the answer to what stands in the boxes. */
  stale: boolean;
  onDone: () => void;
}

/** Send it, agree it on the phone, or ask somebody who may grant it. */
export function Acts({ work, detail, wish, answer, stale, onDone }: Props) {
  const { granting } = useWords().texts;
  const { busy, trouble, make } = useGranting(work);
  const [asking, ask] = useState<'agree' | 'ask' | null>(null);
  const role = answer.needs_role && named(granting.roles, answer.needs_role);
  const blocked = stale || busy !== null;
  const done = async (task: Promise<boolean>) => {
    if (!(await task)) return;
    ask(null);
    onDone();
  };
  const trying = asking ? trouble : '';

  return (
    <div class="plan-acts">
      {role ? (
        <button
          type="button"
          class="button primary"
          aria-disabled={blocked}
          onClick={() => !blocked && ask('ask')}
        >
          <Icon of={UsersRound} small />
          {granting.ask}
        </button>
      ) : (
        <>
          <button
            type="button"
            class="button primary"
            aria-disabled={blocked}
            onClick={() => !blocked && void done(make('send', wish))}
          >
            <Icon of={Send} small />
            {granting.send}
          </button>
          <button
            type="button"
            class="button"
            aria-disabled={blocked}
            onClick={() => !blocked && ask('agree')}
          >
            <Icon of={Phone} small />
            {granting.agree}
          </button>
        </>
      )}
      {!asking && trouble && (
        <p class="notice notice-bad" role="alert">
          <Icon of={TriangleAlert} small />
          {trouble}
        </p>
      )}
      {asking === 'agree' && (
        <ReadOut
          words={wish.offer.words}
          language={detail.conversation.language}
          name={firstName(detail)}
          busy={busy !== null}
          trouble={trying}
          onClose={() => ask(null)}
          onYes={() => void done(make('agree', wish))}
        />
      )}
      {asking === 'ask' && role && (
        <AskDialog
          role={role}
          busy={busy !== null}
          trouble={trying}
          onClose={() => ask(null)}
          onAsk={(note) => void done(make('ask', wish, note))}
        />
      )}
    </div>
  );
}

export const firstName = (detail: Detail): string =>
  detail.case?.debtor.name.split(' ')[0] ?? detail.handoff.debtor ?? '';
