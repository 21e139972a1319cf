import type { Case } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { named } from '../words/texts.ts';

export function Rules({ rules }: { rules: Case['rules'] }) {
  const { texts } = useWords();
  if (rules.length === 0) return null;
  return (
    <section class="part">
      <h2 class="part-title">{texts.case.rules}</h2>
      <dl class="rules">
        {rules.map(({ name, value }) => (
          <div key={name}>
            <dt>{named({}, name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
