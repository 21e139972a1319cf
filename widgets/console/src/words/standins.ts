import standins from './standins.json';

/** What a browser cannot write by itself in a language that it does not know. */
export interface StandIn {
  units: Record<'second' | 'minute' | 'hour' | 'day', string>;
  /** From Sunday. */
  weekdays: string[];
  languages: Record<string, string>;
  regions: Record<string, string>;
}

const known: Record<string, StandIn> = standins;

export const standInFor = (language: string): StandIn | undefined => known[language];
