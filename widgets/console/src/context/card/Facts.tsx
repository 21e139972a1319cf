import type { ComponentChildren } from 'preact';
import type { Detail } from '../../api/wire.ts';
import { useWords } from '../../desk.ts';
import { AgreedRow } from './AgreedRow.tsx';
import { AskedRow } from './AskedRow.tsx';
import { CareRow } from './CareRow.tsx';
import { CasesRow } from './CasesRow.tsx';
import { FlowRow } from './FlowRow.tsx';
import { ProposedRow } from './ProposedRow.tsx';
import { StepsRow } from './StepsRow.tsx';
import { WhyRow } from './WhyRow.tsx';

/** What a person needs to go on without asking again, a line for each; a line that says nothing is not there. */
export function Facts({ detail }: { detail: Detail }) {
  const { card, handoff } = detail;
  return (
    <dl class="card-facts">
      <WhyRow why={card.why} asked={card.asked} handoff={handoff} />
      <CareRow care={card.care} mood={card.mood} why={card.why} />
      <CasesRow cases={card.cases} />
      <ProposedRow of={card.proposals} currency={detail.case?.balance.currency ?? null} />
      {detail.case && <AgreedRow agreed={card.agreed} />}
      <FlowRow flow={card.flow} />
      <StepsRow steps={card.steps} />
      <AskedRow asked={card.asked} missed={card.not_understood} />
    </dl>
  );
}

/** A fact under its label, both short. */
export function Fact({ label, children }: { label: keyof Labels; children: ComponentChildren }) {
  const { texts } = useWords();
  return (
    <div>
      <dt>{texts.card.rows[label]}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type Labels = ReturnType<typeof useWords>['texts']['card']['rows'];
