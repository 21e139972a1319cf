import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Eye } from 'lucide';
import { useWords } from '../desk.ts';
import { counted, fill } from '../words/texts.ts';
import type { Work } from './work.ts';

const NAMED = 2;

/** Who else has the conversation on the screen: two by name, more by number. */
export function Onlookers({ work }: { work: Work }) {
  const { language, texts } = useWords();
  // Who has it is said where one would write.
  const holder = work.detail.value?.handoff.taken_by?.id;
  const who = work.lookers.value.filter(({ id }) => id !== holder);
  const names = who.map(({ name }) => name);
  const listed = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return (
    <p class="onlookers" role="status">
      {who.length > 0 && (
        <>
          <Icon of={Eye} small />
          <span title={listed}>
            {who.length <= NAMED
              ? fill(texts.conversation.also_looks, { names: listed })
              : counted(language, texts.conversation.also_look, who.length)}
          </span>
        </>
      )}
    </p>
  );
}
