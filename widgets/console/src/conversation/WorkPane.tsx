import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { ArrowLeft, CircleAlert, CloudOff, MessageCircleX } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { CloseDialog } from '../close/CloseDialog.tsx';
import { GiveBackDialog } from '../close/GiveBackDialog.tsx';
import { useDesk, useWords } from '../desk.ts';
import { QUEUE } from '../frame/addresses.ts';
import { Empty } from '../frame/Empty.tsx';
import { may } from '../frame/pages.ts';
import { useCommand } from '../keyboard/commands.ts';
import { Tools } from '../tools/Tools.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { Foot } from './Foot.tsx';
import { Head } from './Head.tsx';
import { Onlookers } from './Onlookers.tsx';
import { OfChannel } from './ofChannel.ts';
import { OfClient } from './ofClient.ts';
import { OfConversation } from './ofConversation.ts';
import { TakeOverDialog } from './TakeOverDialog.tsx';
import { Transcript } from './Transcript.tsx';
import type { Holder, Work } from './work.ts';

export type Asked = 'close' | 'return' | 'take_over' | 'assign';

/** The middle pane: who it is, what was said, and the place to answer. */
export function WorkPane({ work }: { work: Work }) {
  const desk = useDesk();
  const { texts } = useWords();
  const { route } = useLocation();
  const [asking, ask] = useState<Asked | null>(null);
  const detail = work.detail.value;
  const mine = work.holder.value === 'me';
  const others = work.holder.value === 'other';
  const mayAssign =
    detail !== null && may(desk.session.user.value, 'queue.lead') && isOpen(work.holder.value);
  const free = work.holder.value === 'waiting' && detail !== null;

  const take = () => {
    void work.take().then((taken) => taken && focusReply());
  };
  const done = async (act: Promise<boolean>) => {
    const ok = await act;
    ask(null);
    if (ok) route(QUEUE);
  };

  // What was asked about who has it says nothing once somebody else has it.
  useEffect(() => ask(null), [work.holder.value]);
  useEffect(() => {
    if (work.toBeAnswered) focusReply();
    work.toBeAnswered = false;
  }, [work]);
  useCommand('take', free ? take : others ? () => ask('take_over') : null);
  useCommand('assign', mayAssign ? () => ask('assign') : null);
  useCommand('reply', mine ? focusReply : null);
  useCommand('close', mine ? () => ask('close') : null);
  useCommand('return', mine ? () => ask('return') : null);

  return (
    <main
      id="conversation"
      class="pane conversation"
      aria-label={texts.frame.conversation}
      aria-busy={!detail}
      tabIndex={-1}
    >
      {detail && <Head work={work} detail={detail} mayAssign={mayAssign} onAsk={ask} />}
      {!detail && !work.missing.value && !work.failed.value && (
        <>
          {/* However long it takes: a phone has no list beside it to go back to. */}
          <a class="button quiet only-narrow head-wait" href={QUEUE}>
            <Icon of={ArrowLeft} />
            {texts.conversation.back}
          </a>
          <p class="loading">{texts.frame.loading}</p>
        </>
      )}
      {!detail && work.missing.value && (
        <Empty icon={MessageCircleX} title={texts.conversation.missing}>
          <a class="button" href={QUEUE}>
            {texts.conversation.back}
          </a>
        </Empty>
      )}
      {!detail && work.failed.value && (
        <Empty icon={CloudOff} title={texts.conversation.failed}>
          <button type="button" class="button" onClick={() => void work.load()}>
            {texts.frame.retry}
          </button>
          <a class="button only-narrow" href={QUEUE}>
            {texts.conversation.back}
          </a>
        </Empty>
      )}
      {detail && (
        <OfChannel.Provider value={detail.conversation.channel}>
          <OfClient.Provider value={detail.conversation.client}>
            <OfConversation.Provider value={detail.conversation.id}>
              <Transcript work={work} detail={detail} />
            </OfConversation.Provider>
          </OfClient.Provider>
        </OfChannel.Provider>
      )}
      <div role="alert" class="refusal">
        {work.refusal.value !== null && (
          <p class="strip strip-warn">
            <Icon of={CircleAlert} small />
            {work.refusal.value || texts.frame.failed}
          </p>
        )}
      </div>
      <Onlookers work={work} />
      {detail && (
        <Foot work={work} detail={detail} onTake={take} onTakeOver={() => ask('take_over')} />
      )}
      {detail && <Tools work={work} />}
      {detail && asking === 'close' && (
        <CloseDialog
          conversation={work.id}
          busy={work.busy.value === 'close'}
          onClose={() => ask(null)}
          of={detail}
          onChosen={(how) => void done(work.close(how))}
        />
      )}
      {detail && asking === 'return' && (
        <GiveBackDialog
          busy={work.busy.value === 'return'}
          onClose={() => ask(null)}
          of={detail}
          onChosen={(note, keep) => void done(work.giveBack(note, keep))}
        />
      )}
      {asking === 'take_over' && (
        <TakeOverDialog
          name={detail?.handoff.taken_by?.name ?? texts.holder.somebody}
          busy={work.busy.value === 'take_over'}
          onClose={() => ask(null)}
          onSure={() => {
            void work.takeOver().then((taken) => {
              ask(null);
              if (taken) focusReply();
            });
          }}
        />
      )}
      {asking === 'assign' && <AssignDialog work={work} onClose={() => ask(null)} />}
    </main>
  );
}

const isOpen = (holder: Holder): boolean => ['waiting', 'me', 'other'].includes(holder);

function focusReply(): void {
  requestAnimationFrame(() => document.getElementById('reply')?.focus());
}
