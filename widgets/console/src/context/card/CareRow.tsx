import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { HeartHandshake } from 'lucide';
import { useWords } from '../../desk.ts';
import { named } from '../../words/texts.ts';
import { Fact } from './Facts.tsx';
import type { HandoffCard } from './wire.ts';

/** What to be careful about, as a word and no more; how the person seems stands last. */
export function CareRow({ care, mood, why }: Pick<HandoffCard, 'care' | 'mood' | 'why'>) {
  const { card } = useWords().texts;
  const words = [
    // What is the reason stands above already.
    ...care.filter(({ kind }) => kind !== why.reason).map(({ kind }) => named(card.care, kind)),
    ...(mood ? [named(card.mood, mood.sign) + (mood.times > 1 ? ` ×${mood.times}` : '')] : []),
  ];
  if (words.length === 0) return null;
  return (
    <Fact label="care">
      <p class="card-care">
        <Icon of={HeartHandshake} small />
        {words.join(' · ')}
      </p>
    </Fact>
  );
}
