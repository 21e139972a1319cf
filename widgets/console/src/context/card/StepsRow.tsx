import { day, money } from '@sovinto/ui/format.ts';
import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Ban } from 'lucide';
import { useWords } from '../../desk.ts';
import { counted, fill, named } from '../../words/texts.ts';
import { Fact } from './Facts.tsx';
import type { HandoffCard, Step } from './wire.ts';

/** What the client's rules allow now, and the one that leaves the rest to a person. */
export function StepsRow({ steps }: Pick<HandoffCard, 'steps'>) {
  const { language, texts } = useWords();
  const { card } = texts;
  const barred: Record<string, string> = card.barred;
  const nothing = steps.allowed.length === 0 && steps.barred_by.length === 0;
  return (
    <Fact label="next">
      {steps.barred_by.map(({ rule, text }) => (
        <p key={rule} class="proposal-rule">
          <Icon of={Ban} small />
          {barred[rule] ?? text}
        </p>
      ))}
      {nothing && <p class="card-soft">{card.no_steps}</p>}
      {steps.allowed.length > 0 && <p>{steps.allowed.map(inWords).join(' · ')}</p>}
    </Fact>
  );

  function inWords(step: Step): string {
    const words = fill(named(card.steps, step.step), {
      amount: step.amount && step.currency ? money(language, step.amount, step.currency) : '',
      instalments: counted(language, texts.terms.instalments, step.instalments ?? 0),
      date: step.until ? day(language, step.until) : '',
    });
    return step.by_hand ? fill(card.by_hand, { step: words }) : words;
  }
}
