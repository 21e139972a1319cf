import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { CircleCheck, TriangleAlert } from 'lucide';
import { useWords } from '../desk.ts';
import { moment } from '../words/moment.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { counted, fill } from '../words/texts.ts';
import type { SecondStep } from './wire.ts';

interface Props {
  step: SecondStep;
  onOn: () => void;
  onRenew: () => void;
  onOff: () => void;
}

export function SecondStepPart({ step, onOn, onRenew, onOff }: Props) {
  const { language } = useWords();
  const { two_steps: own } = usePageTexts('security');
  return (
    <section class="security-part" aria-labelledby="security-two-steps">
      <h2 id="security-two-steps">{own.title}</h2>
      <p>{own.text}</p>
      {step.since ? (
        <>
          <p class="security-on">
            <Icon of={CircleCheck} small />
            {fill(own.on_since, { when: moment(language, step.since) })}
          </p>
          <p>{counted(language, own.codes_left, step.codes_left)}</p>
          <div class="security-acts">
            <button type="button" class="button" onClick={onRenew}>
              {own.renew}
            </button>
            <button type="button" class="button" onClick={onOff}>
              {own.turn_off}
            </button>
          </div>
        </>
      ) : (
        <>
          {step.needed && (
            <p class="notice notice-warn">
              <Icon of={TriangleAlert} small />
              {own.needed}
            </p>
          )}
          <button type="button" class="button primary" onClick={onOn}>
            {own.turn_on}
          </button>
        </>
      )}
    </section>
  );
}
