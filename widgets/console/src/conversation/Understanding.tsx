import type { Understood } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { fill, named } from '../words/texts.ts';

/** What the assistant took a line to mean, and how sure it was. */
export function Understanding({ of }: { of: Understood }) {
  const { language, texts } = useWords();
  const { understood } = texts.conversation;
  const written = (value: string | number) =>
    typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(of.confidence ?? 0);
  return (
    <p class="understood">
      <span class="unseen">{understood.label}: </span>
      <span class="understood-intent">
        {of.intent ? named(texts.intents, of.intent) : understood.none}
      </span>
      {of.intent && <span title={fill(understood.sure, { percent })}>{percent}</span>}
      {of.entities.map(({ entity, value }) => (
        <span class="understood-entity" key={`${entity} ${value}`}>
          {named(texts.entities, entity)} {written(value)}
        </span>
      ))}
    </p>
  );
}
