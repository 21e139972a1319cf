import { signal } from '@preact/signals';
import type { Client } from '../api/wire.ts';

/** The clients that the overview has told of, by id. */
const known = signal<ReadonlyMap<string, Client>>(new Map());

export function learnClients(clients: readonly Client[]): void {
  known.value = new Map(clients.map((client) => [client.id, client]));
}

export const knownClient = (id: string): Client | undefined => known.value.get(id);

/** The client's name; its id before anything has told the name. */
export const clientNamed = (id: string): string => known.value.get(id)?.name ?? id;
