import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import type { Case, Detail } from '../api/wire.ts';
import type { Work } from '../conversation/work.ts';
import { useWords } from '../desk.ts';
import { named } from '../words/texts.ts';
import { Acts } from './Acts.tsx';
import { Choice } from './Choice.tsx';
import { FieldBox } from './FieldBox.tsx';
import { Figures } from './Figures.tsx';
import { Kinds } from './Kinds.tsx';
import { fieldsOf, kindsFor, readTerms, type Typed } from './terms.ts';
import { useCalculation } from './useCalculation.ts';
import { Verdict } from './Verdict.tsx';
import type { Kind } from './wire.ts';

interface Props {
  work: Work;
  detail: Detail;
  of: Case;
  onDone: () => void;
}

/** Terms in, and at once what may be agreed, what it comes to, and what can be done with it. */
export function Calculator({ work, detail, of, onDone }: Props) {
  const { granting } = useWords().texts;
  const kinds = kindsFor(of.plan?.status === 'agreed');
  const [kind, setKind] = useState<Kind>(kinds[0] as Kind);
  const [typed, setTyped] = useState<Typed>({});
  const [chosen, choose] = useState(0);
  const { currency } = of.balance;
  const { terms, wrong } = readTerms(kind, typed, currency);
  const [sound, setSound] = useState(terms);
  // While a box holds what is no term, the answer to the terms before it stays.
  if (wrong.length === 0 && JSON.stringify(sound) !== JSON.stringify(terms)) setSound(terms);
  const answer = useCalculation(work.id, kind, sound);
  const value = answer.value?.kind === kind ? answer.value : null;
  // What is shown is no answer to what stands in the boxes.
  const stale = answer.busy || wrong.length > 0;
  const offer = value?.offers[chosen] ?? value?.offers[0];

  return (
    <div class="plan-calculator">
      <Kinds
        of={kinds}
        chosen={kind}
        onChoose={(next) => {
          setKind(next);
          setTyped({});
          choose(0);
        }}
      />
      <div class="plan-fields">
        {fieldsOf(kind).map((field) => (
          <FieldBox
            key={`${kind} ${field.name}`}
            field={field}
            label={named(granting.fields[kind], field.name)}
            value={typed[field.name] ?? ''}
            currency={currency}
            wrong={wrong.includes(field.name)}
            onType={(text) => {
              setTyped({ ...typed, [field.name]: text });
              choose(0);
            }}
          />
        ))}
      </div>
      <div
        class={stale ? 'plan-answer plan-stale' : 'plan-answer'}
        role="status"
        aria-busy={answer.busy}
      >
        {value && <Verdict of={value} />}
        {!value && !answer.problem && <p class="loading">{granting.reckoning}</p>}
        {answer.problem && (
          <p class="notice notice-bad">
            <Icon of={TriangleAlert} small />
            <span>
              {answer.problem}{' '}
              <button type="button" class="link" onClick={() => void answer.again()}>
                {granting.again}
              </button>
            </span>
          </p>
        )}
      </div>
      {value && value.offers.length > 1 && (
        <Choice of={value.offers} chosen={chosen} onChoose={choose} />
      )}
      {offer && <Figures of={offer} />}
      {value && offer && (
        <Acts
          work={work}
          detail={detail}
          wish={{ kind, terms: sound, offer }}
          answer={value}
          stale={stale}
          onDone={onDone}
        />
      )}
    </div>
  );
}
