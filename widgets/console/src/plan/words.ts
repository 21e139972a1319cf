import { day, money } from '@sovinto/ui/format.ts';
import { counted, fill, named, type Texts } from '../words/texts.ts';
import type { Grant } from './wire.ts';

/** Where an offer stands that a person made: who has to say yes to it, or has said yes or no. */
export function stateInWords(
  { granting }: Texts,
  { state, needs_role, decided_by }: Pick<Grant, 'state' | 'needs_role' | 'decided_by'>,
): string {
  const role = named(granting.roles, needs_role ?? '');
  return fill(granting.states[state], { role, name: decided_by?.name ?? '' });
}

type Told = Pick<Grant, 'kind' | 'instalment' | 'instalments' | 'currency' | 'schedule'>;

/** What an offer is about, and its figures, in one line. */
export function offerInWords(language: string, texts: Texts, of: Told): string {
  const { granting, cards, case: words } = texts;
  const date = day(language, of.schedule[0]?.due ?? '');
  const amount = money(language, of.instalment, of.currency);
  const figures: Partial<Record<Told['kind'], string[]>> = {
    deferral: [fill(words.until, { date })],
    settlement: [amount, fill(cards.due, { date })],
  };
  const course = [
    fill(words.plan_each, { amount }),
    counted(language, cards.instalments, of.instalments),
  ];
  return [granting.kinds[of.kind], ...(figures[of.kind] ?? course)].join(' · ');
}
