import { useWords } from '../../desk.ts';
import { named } from '../../words/texts.ts';
import { Fact } from './Facts.tsx';
import type { HandoffCard } from './wire.ts';

/** What was going on, and for which answer the assistant waited. */
export function FlowRow({ flow }: Pick<HandoffCard, 'flow'>) {
  const { card } = useWords().texts;
  const waits = flow.waits_for ? `, ${named(card.waits, flow.waits_for)}` : '';
  return (
    <Fact label="flow">
      <p>
        {named(card.flow, flow.doing)}
        {waits}
      </p>
    </Fact>
  );
}
