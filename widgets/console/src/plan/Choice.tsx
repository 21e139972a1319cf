import { money } from '@sovinto/ui/format.ts';
import { useId } from 'preact/hooks';
import { useWords } from '../desk.ts';
import { counted, fill } from '../words/texts.ts';
import type { Offer } from './wire.ts';

interface Props {
  of: Offer[];
  chosen: number;
  onChoose: (at: number) => void;
}

/** The nearest plans that may be granted, where the wish itself may not. */
export function Choice({ of, chosen, onChoose }: Props) {
  const { language, texts } = useWords();
  const name = useId();
  return (
    <fieldset class="plan-choice">
      <legend>{texts.granting.nearest}</legend>
      {of.map((offer, at) => (
        <label class="check" key={`${offer.instalment} ${offer.instalments}`}>
          <input type="radio" name={name} checked={at === chosen} onChange={() => onChoose(at)} />
          {[
            fill(texts.case.plan_each, {
              amount: money(language, offer.instalment, offer.currency),
            }),
            counted(language, texts.cards.instalments, offer.instalments),
          ].join(' · ')}
        </label>
      ))}
    </fieldset>
  );
}
