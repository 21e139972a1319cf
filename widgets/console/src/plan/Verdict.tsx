import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Ban, CircleCheck, CircleUserRound, type IconNode, UsersRound } from 'lucide';
import { useWords } from '../desk.ts';
import { fill, named } from '../words/texts.ts';
import type { Answer } from './wire.ts';

/** Whether it may be granted and by whom, in one line; below it the rules that it breaks. */
export function Verdict({ of }: { of: Answer }) {
  const { granting } = useWords().texts;
  const [tone, icon, words] = sentence(of);
  // What is told to a debtor here, that a person decides, helps the person who asks no further.
  const refused: Record<string, string> = of.outcome === 'referral' ? granting.refused : {};
  const role = of.needs_role ? named(granting.roles, of.needs_role) : '';
  return (
    <div class="plan-verdict">
      <p class={`verdict verdict-${tone}`}>
        <Icon of={icon} small />
        {fill(granting.verdict[words], { role })}
      </p>
      {of.reasons.map(({ rule, text }) => (
        <p class="proposal-rule" key={`${rule} ${text}`}>
          <Icon of={Ban} small />
          {refused[rule] ?? text}
        </p>
      ))}
    </div>
  );
}

type Words = 'rules' | 'limits' | 'role' | 'counter' | 'referral';

function sentence({ outcome, granted_by: by }: Answer): [string, IconNode, Words] {
  if (outcome !== 'offer') return ['bad', Ban, outcome];
  if (by === 'role') return ['warn', UsersRound, 'role'];
  if (by === 'limits') return ['good', CircleUserRound, 'limits'];
  return ['good', CircleCheck, 'rules'];
}
