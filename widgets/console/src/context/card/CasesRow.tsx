import { money } from '@sovinto/ui/format.ts';
import { useWords } from '../../desk.ts';
import { named } from '../../words/texts.ts';
import { Fact } from './Facts.tsx';
import type { CaseInShort } from './wire.ts';

/** What the same debtor owes the client besides, each with what it comes to today. */
export function CasesRow({ cases }: { cases: CaseInShort[] }) {
  const { language, texts } = useWords();
  const others = cases.filter(({ here }) => !here);
  if (others.length === 0) return null;
  return (
    <Fact label="cases">
      {others.map(({ reference, status, balance, currency }) => (
        <p key={reference}>
          {[
            reference,
            balance === null ? texts.case.balanceUnknown : money(language, balance, currency),
            named(texts.status, status),
          ].join(' · ')}
        </p>
      ))}
    </Fact>
  );
}
