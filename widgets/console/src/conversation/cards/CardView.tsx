import { day, money } from '@sovinto/ui/format.ts';
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Card } from '../../api/wire.ts';
import { useWords } from '../../desk.ts';
import { nowFor } from '../../frame/now.ts';
import { moment } from '../../words/moment.ts';
import { counted, fill, named } from '../../words/texts.ts';
import { OfClient } from '../ofClient.ts';
import { FileView } from './FileView.tsx';
import { Parts } from './Parts.tsx';

/** What the debtor was shown as a card, in the two or three lines that an agent needs of it. */
export function CardView({ card }: { card: Card }) {
  const { language, texts } = useWords();
  const { cards } = texts;
  const client = useContext(OfClient);
  switch (card.type) {
    case 'balance':
      return (
        <Shown title={cards.balance} figure={money(language, card.total, card.currency)}>
          <Parts of={card} />
        </Shown>
      );
    case 'plan':
      return (
        <Shown
          title={cards.plan[card.status]}
          figure={money(language, card.instalment, card.currency)}
        >
          {[
            counted(language, cards.instalments, card.instalments),
            fill(cards.in_all, { amount: money(language, card.total, card.currency) }),
            card.reference,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Shown>
      );
    case 'payment':
      return (
        <Shown title={cards.payment} figure={money(language, card.amount, card.currency)}>
          {[
            card.payee,
            card.account,
            card.reference,
            fill(cards.due, { date: day(language, card.due) }),
            card.codes?.find((code) => code.kind === 'virtual_bar_code')?.text,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Shown>
      );
    case 'deferral':
      return <Shown title={cards.deferral} figure={day(language, card.until)} />;
    case 'dispute':
      return <Shown title={cards.dispute}>{card.reference}</Shown>;
    case 'handoff':
      return (
        <Shown title={cards.handoff}>
          {card.reference} · {named(texts.reasons, card.reason)}
        </Shown>
      );
    case 'attachment':
      return <FileView card={card} />;
    case 'callback':
      return (
        <Shown
          title={cards.callback}
          figure={moment(language, card.at, new Date(nowFor(client)), client.zone)}
        >
          {card.reference}
        </Shown>
      );
    default:
      return null;
  }
}

function Shown(props: { title: string; figure?: string; children?: ComponentChildren }) {
  return (
    <div class="card">
      <p class="card-title">{props.title}</p>
      {props.figure && <p class="card-figure">{props.figure}</p>}
      {props.children && <div class="card-rest">{props.children}</div>}
    </div>
  );
}
