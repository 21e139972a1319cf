import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { CircleCheck, TriangleAlert, Undo2 } from 'lucide';
import { useState } from 'preact/hooks';
import { sentenceOf } from '../api/useAnswer.ts';
import { useDesk, useWords } from '../desk.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill } from '../words/texts.ts';
import type { Miss } from './wire.ts';

/** Where the line now stands, and the way back. */
export function Done({ miss, onChanged }: { miss: Miss; onChanged: (miss: Miss) => void }) {
  const { client } = useDesk();
  const { frame } = useWords().texts;
  const own = usePageTexts('misses');
  const [trouble, setTrouble] = useState('');

  const takeBack = async () => {
    try {
      await client.call('POST', `misses/${miss.id}/take-back`);
      onChanged({ ...miss, state: 'open', taught_as: null, file: null, line: null });
    } catch (error) {
      setTrouble(sentenceOf(error, frame.failed));
    }
  };

  return (
    <div class="done">
      {miss.state === 'taught' && (
        <p class="done-where" role="status">
          <Icon of={CircleCheck} small />
          {miss.file && miss.line
            ? fill(own.written, { file: miss.file, line: miss.line })
            : own.taught}
        </p>
      )}
      <button type="button" class="button" onClick={() => void takeBack()}>
        <Icon of={Undo2} small />
        {own.take_back}
      </button>
      {trouble && (
        <p class="notice notice-bad" role="alert">
          <Icon of={TriangleAlert} small />
          {trouble}
        </p>
      )}
    </div>
  );
}
