import { typedAmount } from './amount.ts';
import fields from './fields.json';
import type { Kind, Terms } from './wire.ts';

export interface Field {
  name: string;
  type: 'money' | 'number' | 'date' | 'choice';
  most?: number;
  choices?: string[];
}

/** What stands in the boxes, as it was typed. */
export type Typed = Record<string, string>;

export const fieldsOf = (kind: Kind): Field[] => fields[kind] as Field[];

/** What may be agreed: about a plan that runs, or about a debt that has none. */
export const kindsFor = (planRuns: boolean): Kind[] =>
  planRuns ? ['change', 'pause', 'settlement'] : ['plan', 'settlement', 'deferral'];

/** The terms that were typed, and the boxes that hold something else; empty boxes are no wish. */
export function readTerms(
  kind: Kind,
  typed: Typed,
  currency: string,
): { terms: Terms; wrong: string[] } {
  const terms: Terms = {};
  const wrong: string[] = [];
  for (const field of fieldsOf(kind)) {
    const text = typed[field.name]?.trim();
    if (!text) continue;
    const value = readOne(field, text, currency);
    if (value === null) wrong.push(field.name);
    else terms[field.name] = value;
  }
  return { terms, wrong };
}

function readOne(field: Field, text: string, currency: string): number | string | null {
  if (field.type === 'money') return typedAmount(text, currency);
  if (field.type !== 'number') return text;
  const number = Number(text);
  return /^\d+$/.test(text) && number >= 1 && number <= (field.most ?? number) ? number : null;
}
