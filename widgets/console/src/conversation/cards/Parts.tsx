import { money } from '@sovinto/ui/format.ts';
import type { Part } from '../../api/wire.ts';
import { signed, sum } from '../../context/signs.ts';
import { useWords } from '../../desk.ts';
import { named } from '../../words/texts.ts';

interface Sum {
  total: number | null;
  currency: string;
  parts: Part[];
}

/** What a sum is made of, on as few lines as it takes. */
export function Parts({ of }: { of: Sum }) {
  const { language, texts } = useWords();
  if (of.parts.length === 0) return null;
  return (
    <dl class="parts">
      {signed(of.parts, of.total ?? sum(of.parts)).map(({ kind, amount }) => (
        <div key={kind}>
          <dt>{named(texts.parts, kind)}</dt>
          <dd>{money(language, amount, of.currency)}</dd>
        </div>
      ))}
    </dl>
  );
}
