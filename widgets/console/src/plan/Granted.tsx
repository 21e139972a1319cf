import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Phone, Send, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import type { Detail } from '../api/wire.ts';
import type { Work } from '../conversation/work.ts';
import { useWords } from '../desk.ts';
import { moment } from '../words/moment.ts';
import { firstName } from './Acts.tsx';
import { Dates } from './Dates.tsx';
import { useGranting } from './granting.ts';
import { ReadOut } from './ReadOut.tsx';
import type { Grant } from './wire.ts';
import { offerInWords, stateInWords } from './words.ts';

/** The offers that people have made in this conversation, and where each stands. */
export function Granted({ work, detail }: { work: Work; detail: Detail }) {
  const { granting } = useWords().texts;
  if (detail.granted.length === 0) return null;
  return (
    <div class="plan-granted">
      <h3 class="plan-granted-title">{granting.made}</h3>
      <ul aria-live="polite">
        {detail.granted.map((grant) => (
          <One key={grant.id} of={grant} work={work} detail={detail} />
        ))}
      </ul>
    </div>
  );
}

function One({ of, work, detail }: { of: Grant; work: Work; detail: Detail }) {
  const { language, texts } = useWords();
  const { granting } = texts;
  const { busy, trouble, follow } = useGranting(work);
  const [reading, read] = useState(false);
  const open = ['ready', 'approved', 'sent'].includes(of.state) && work.holder.value === 'me';
  const act = async (what: 'send' | 'agree') => {
    if (await follow(what, of.id)) read(false);
  };
  return (
    <li class="plan-grant">
      <p class="plan-grant-terms">{offerInWords(language, texts, of)}</p>
      <p class={`plan-grant-state grant-${of.state}`}>{stateInWords(texts, of)}</p>
      <p class="proposal-outcome">
        <time dateTime={of.made_at}>{moment(language, of.made_at)}</time> · {of.made_by.name}
      </p>
      {of.decision_note && <blockquote class="plan-note">{of.decision_note}</blockquote>}
      {of.schedule.length > 1 && <Dates of={of} />}
      {trouble && !reading && (
        <p class="notice notice-bad" role="alert">
          <Icon of={TriangleAlert} small />
          {trouble}
        </p>
      )}
      {open && (
        <div class="plan-acts">
          {of.state !== 'sent' && (
            <button
              type="button"
              class="button"
              aria-disabled={busy !== null}
              onClick={() => void act('send')}
            >
              <Icon of={Send} small />
              {granting.send}
            </button>
          )}
          <button type="button" class="button" onClick={() => read(true)}>
            <Icon of={Phone} small />
            {granting.agree}
          </button>
        </div>
      )}
      {reading && (
        <ReadOut
          words={of.words}
          language={detail.conversation.language}
          name={firstName(detail)}
          busy={busy !== null}
          trouble={trouble}
          onClose={() => read(false)}
          onYes={() => void act('agree')}
        />
      )}
    </li>
  );
}
