import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { TriangleAlert } from 'lucide';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill } from '../words/texts.ts';
import type { Trouble } from './wire.ts';

/** Files that are not in force: which, where, what stands there, and how it is put right. */
export function Troubles({ problems }: { problems: Trouble[] }) {
  const texts = usePageTexts('clients');
  if (problems.length === 0) return null;
  return (
    <section class="troubles" aria-labelledby="troubles">
      <h2 id="troubles">
        <Icon of={TriangleAlert} />
        {texts.problems}
      </h2>
      <p>{texts.problems_lead}</p>
      <ul>
        {problems.map(({ file, line, value, says }) => (
          <li key={`${file} ${line} ${says}`}>
            <p class="trouble-where">
              {line ? fill(texts.at_line, { file, line }) : file}
              {value && <code>{value}</code>}
            </p>
            <p>{says}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
