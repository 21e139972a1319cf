import { useWords } from '../../desk.ts';
import { counted, named } from '../../words/texts.ts';
import { Fact } from './Facts.tsx';
import type { Asked } from './wire.ts';

interface Props {
  asked: Asked[];
  missed: number;
}

/** What was wanted, as it was understood, the latest last; the values stand beside the lines. */
export function AskedRow({ asked, missed }: Props) {
  const { language, texts } = useWords();
  const wanted = [...new Set(asked.map(({ intent }) => named(texts.intents, intent)))];
  if (wanted.length === 0 && missed === 0) return null;
  const words = wanted.join(' · ');
  return (
    <Fact label="asked">
      {words && (
        <p class="card-two-lines" title={words}>
          {words}
        </p>
      )}
      {missed > 0 && <p class="card-soft">{counted(language, texts.card.missed, missed)}</p>}
    </Fact>
  );
}
