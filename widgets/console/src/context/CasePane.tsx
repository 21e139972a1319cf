import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { ArrowLeft, ShieldQuestionMark } from 'lucide';
import { Parts } from '../conversation/cards/Parts.tsx';
import type { Work } from '../conversation/work.ts';
import { useWords } from '../desk.ts';
import { conversationAt } from '../frame/addresses.ts';
import { Empty } from '../frame/Empty.tsx';
import { FilesPart } from '../history/FilesPart.tsx';
import { HistoryPart } from '../history/HistoryPart.tsx';
import { CaseNotes } from '../notes/CaseNotes.tsx';
import { AgreementPart } from '../plan/AgreementPart.tsx';
import { Facts } from './card/Facts.tsx';
import { Person } from './card/Person.tsx';
import { Speaks } from './card/Speaks.tsx';
import { Fees } from './Fees.tsx';
import { Holds } from './Holds.tsx';
import { Interest } from './Interest.tsx';
import { Ledger } from './Ledger.tsx';
import { Payments } from './Payments.tsx';
import { PlanPart } from './PlanPart.tsx';
import { Proposals } from './Proposals.tsx';
import { Rules } from './Rules.tsx';

/** The right pane: what the agent needs to know first, then all that the case holds. */
export function CasePane({ work }: { work: Work }) {
  const { texts } = useWords();
  const detail = work.detail.value;
  return (
    <aside id="case" class="pane case" aria-label={texts.frame.case} tabIndex={-1}>
      <header class="case-head">
        <a class="button quiet" href={conversationAt(work.id)}>
          <Icon of={ArrowLeft} />
          {texts.conversation.back_to_conversation}
        </a>
      </header>
      {detail && (
        <div class="case-parts">
          <section class="case-first" aria-label={texts.case.title}>
            {detail.case ? (
              <Person card={detail.card} of={detail.case} />
            ) : (
              <>
                <Empty icon={ShieldQuestionMark} {...texts.case.none} />
                <Speaks {...detail.card} />
              </>
            )}
            <Facts detail={detail} />
            {detail.case && <Parts of={detail.case.balance} />}
          </section>
          {detail.case && (
            <>
              <PlanPart work={work} plan={detail.case.plan} />
              <AgreementPart work={work} detail={detail} />
              <Holds work={work} of={detail.case} />
              <FilesPart work={work} />
              <CaseNotes detail={detail} />
              <HistoryPart conversation={work.id} />
            </>
          )}
          <Proposals of={detail.proposals} currency={detail.case?.balance.currency ?? null} />
          {detail.case && (
            <>
              <Ledger of={detail.case} />
              <Fees of={detail.case.balance} />
              <Interest of={detail.case} />
              <Payments of={detail.case.balance} />
              <Rules rules={detail.case.rules} />
            </>
          )}
        </div>
      )}
    </aside>
  );
}
