import { fill } from '../words/texts.ts';

/** A week's name from its ISO key, 2026-W47; any other name stays as it is. */
export function weekName(key: string, form: string): string {
  const week = /^\d{4}-W(\d{2})$/.exec(key)?.[1];
  return week ? fill(form, { week: Number(week) }) : key;
}
