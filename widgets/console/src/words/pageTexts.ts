import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type approvals from '../../texts/approvals/en.json';
import type audit from '../../texts/audit/en.json';
import type clients from '../../texts/clients/en.json';
import type deadlines from '../../texts/deadlines/en.json';
import type figures from '../../texts/figures/en.json';
import type misses from '../../texts/misses/en.json';
import type security from '../../texts/security/en.json';
import type team from '../../texts/team/en.json';
import type users from '../../texts/users/en.json';
import { readable } from './texts.ts';

/** Each page beside the desk brings its own texts, so that the desk does not carry them. */
export interface PageTexts {
  approvals: typeof approvals;
  deadlines: typeof deadlines;
  figures: typeof figures;
  misses: typeof misses;
  clients: typeof clients;
  audit: typeof audit;
  security: typeof security;
  team: typeof team;
  users: typeof users;
}

const files = import.meta.glob<unknown>('../../texts/*/*.json', { import: 'default' });

export async function loadPageTexts(page: keyof PageTexts, language: string): Promise<unknown> {
  const file = files[`../../texts/${page}/${readable([language])}.json`];
  if (!file) throw new Error(`no texts in ${language} for ${page}`);
  return file();
}

const Context = createContext<unknown>(null);

export const PageTextsProvider = Context.Provider;

/** The texts of the page that is on screen. */
export function usePageTexts<P extends keyof PageTexts>(_page: P): PageTexts[P] {
  return useContext(Context) as PageTexts[P];
}
