import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { TriangleAlert } from 'lucide';
import type { Handoff } from '../../api/wire.ts';
import { useWords } from '../../desk.ts';
import { nowFor } from '../../frame/now.ts';
import { moment } from '../../words/moment.ts';
import { fill, named } from '../../words/texts.ts';
import { Fact } from './Facts.tsx';
import type { HandoffCard, Why } from './wire.ts';

interface Props extends Pick<HandoffCard, 'why' | 'asked'> {
  handoff: Handoff;
}

/** Why a person is needed, what else waits for one, and what the debtor wrote. */
export function WhyRow({ why, asked, handoff }: Props) {
  const { language, texts } = useWords();
  const crisis = handoff.priority > 0;
  const also = [...new Set(why.also.map(({ reason }) => named(texts.reasons, reason)))];
  const { client } = handoff;
  return (
    <>
      <Fact label="why">
        <p class={crisis ? 'card-crisis' : 'card-reason'}>
          {crisis && <Icon of={TriangleAlert} small />}
          {named(texts.reasons, why.reason)}
        </p>
        {why.rule && <p title={why.rule.why ?? undefined}>{rule(why.rule)}</p>}
        {why.promised_at && (
          <p>
            {fill(texts.card.promised, {
              when: moment(language, why.promised_at, new Date(nowFor(client)), client.zone),
            })}
          </p>
        )}
        {also.length > 0 && (
          <p class="card-soft">{fill(texts.card.also, { reason: also.join(', ') })}</p>
        )}
      </Fact>
      {why.wish && (
        <Fact label="wish">
          <p class="card-two-lines" lang={handoff.language} title={why.wish}>
            {why.wish}
          </p>
        </Fact>
      )}
    </>
  );

  function rule({ text, intents }: NonNullable<Why['rule']>): string {
    const meant = intents.filter((one) => asked.some(({ intent }) => intent === one));
    return [text, ...meant.map((intent) => named(texts.intents, intent))]
      .filter(Boolean)
      .join(' · ');
  }
}
