import { money } from '@sovinto/ui/format.ts';
import type { Case } from '../../api/wire.ts';
import { useWords } from '../../desk.ts';
import { named } from '../../words/texts.ts';
import { Speaks } from './Speaks.tsx';
import type { HandoffCard } from './wire.ts';

/** Who it is, how that is known, how to speak with them, and what is owed today. */
export function Person({ card, of }: { card: HandoffCard; of: Case }) {
  const { language, texts } = useWords();
  const { balance, status } = of;
  return (
    <div class="person">
      <div class="person-line">
        <p class="debtor-name">{of.debtor.name}</p>
        <p class="person-balance">
          <span class="unseen">{texts.case.balance}: </span>
          {balance.total === null
            ? texts.case.balanceUnknown
            : money(language, balance.total, balance.currency)}
        </p>
      </div>
      <p class="debtor-facts">
        <span class="debtor-reference">{of.reference}</span>
        <span>{named(texts.case.kind, of.debtor.kind)}</span>
        <span class={`status status-${status}`}>{named(texts.status, status)}</span>
      </p>
      <Speaks who={card.who} spoken={card.spoken} />
    </div>
  );
}
