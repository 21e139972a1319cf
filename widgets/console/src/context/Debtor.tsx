import { money } from '@sovinto/ui/format.ts';
import type { Case } from '../api/wire.ts';
import { Parts } from '../conversation/cards/Parts.tsx';
import { useWords } from '../desk.ts';
import { named } from '../words/texts.ts';

export function Debtor({ of }: { of: Case }) {
  const { language, texts } = useWords();
  const { debtor, reference, status, balance } = of;
  return (
    <div class="debtor">
      <p class="debtor-name">{debtor.name}</p>
      <p class="debtor-facts">
        <span class="debtor-reference">{reference}</span>
        <span>{named(texts.case.kind, debtor.kind)}</span>
        <span class={`status status-${status}`}>{named(texts.status, status)}</span>
      </p>
      <p class="debtor-balance">
        <span class="unseen">{texts.case.balance}: </span>
        {balance.total === null
          ? texts.case.balanceUnknown
          : money(language, balance.total, balance.currency)}
      </p>
      <Parts of={balance} />
    </div>
  );
}
