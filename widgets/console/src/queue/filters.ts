import { signal } from '@preact/signals';
import type { Filters } from '../api/wire.ts';

const KEPT = 'sovinto:console-filters';
export const NONE: Filters = { client: '', language: '', reason: '', fits: false };

/** How the lists are narrowed on this machine: kept, since a desk works the same way each day. */
export const filters = signal<Filters>(read());

export function narrow(changes: Partial<Filters>): void {
  filters.value = { ...filters.value, ...changes };
  localStorage.setItem(KEPT, JSON.stringify(filters.value));
}

export const isNarrowed = ({ client, language, reason, fits }: Filters): boolean =>
  Boolean(client || language || reason || fits);

/** As the backend's query; what is no wish is left out. */
export function queryOf(wanted: Filters): Record<string, string> {
  const named = Object.entries({ ...wanted, fits: wanted.fits ? 'true' : '' });
  return Object.fromEntries(named.filter(([, value]) => value));
}

function read(): Filters {
  try {
    return { ...NONE, ...JSON.parse(localStorage.getItem(KEPT) ?? '{}') };
  } catch {
    return NONE;
  }
}
