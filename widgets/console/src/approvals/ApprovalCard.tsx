import { money } from '@sovinto/ui/format.ts';
import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Ban, Check, TriangleAlert, X } from 'lucide';
import { useId, useState } from 'preact/hooks';
import { sentenceOf } from '../api/useAnswer.ts';
import { useDesk, useWords } from '../desk.ts';
import { conversationAt } from '../frame/addresses.ts';
import { Dates } from '../plan/Dates.tsx';
import { offerInWords } from '../plan/words.ts';
import { ClientDot } from '../queue/ClientDot.tsx';
import { moment } from '../words/moment.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill } from '../words/texts.ts';
import type { Approval } from './wire.ts';

/** One offer that waits: what it is, why it is asked for, which rules it goes beyond. */
export function ApprovalCard({ of }: { of: Approval }) {
  const { approvals } = useDesk();
  const { language, texts: common } = useWords();
  const { granting, frame, cards } = common;
  const texts = usePageTexts('approvals');
  const id = useId();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const { grant } = of;
  const amount = (minor: number) => money(language, minor, grant.currency);

  const decide = async (approved: boolean) => {
    if (busy) return;
    setBusy(true);
    setTrouble('');
    try {
      await approvals.decide(grant.id, approved, note.trim() || null);
    } catch (error) {
      setTrouble(sentenceOf(error, frame.failed));
    } finally {
      setBusy(false);
    }
  };

  return (
    <li class="approval" aria-labelledby={id}>
      <div class="approval-head">
        <h2 id={id} class="approval-who">
          <a href={conversationAt(of.conversation)}>{of.debtor}</a>
        </h2>
        <p class="approval-facts">
          <ClientDot client={of.client} />
          <span>{of.case}</span>
          <span>{fill(texts.owes, { amount: amount(of.balance) })}</span>
        </p>
      </div>
      <p class="approval-terms">
        {[
          offerInWords(language, common, grant),
          grant.instalments > 1 && fill(cards.in_all, { amount: amount(grant.total) }),
          of.forgiven > 0 && `${granting.forgiven}: ${amount(of.forgiven)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {of.reasons.map((reason) => (
        <p class="approval-rule" key={reason}>
          <Icon of={Ban} small />
          {reason}
        </p>
      ))}
      {grant.schedule.length > 1 && <Dates of={grant} />}
      <div class="approval-why">
        <p class="approval-by">
          {fill(texts.asks, { name: grant.made_by.name })} ·{' '}
          <time dateTime={grant.made_at}>{moment(language, grant.made_at)}</time>
        </p>
        {grant.note && <blockquote>{grant.note}</blockquote>}
      </div>
      <div class="approval-answer">
        <label for={`${id}-note`}>{texts.note}</label>
        <input
          id={`${id}-note`}
          type="text"
          autocomplete="off"
          maxLength={2000}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
        <button
          type="button"
          class="button primary"
          aria-disabled={busy}
          onClick={() => void decide(true)}
        >
          <Icon of={Check} small />
          {texts.approve}
        </button>
        <button
          type="button"
          class="button"
          aria-disabled={busy}
          onClick={() => void decide(false)}
        >
          <Icon of={X} small />
          {texts.refuse}
        </button>
      </div>
      {trouble && (
        <p class="notice notice-bad" role="alert">
          <Icon of={TriangleAlert} small />
          {trouble}
        </p>
      )}
    </li>
  );
}
