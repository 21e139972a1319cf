import { createContext } from 'preact';
import type { Client } from '../api/wire.ts';

/** The client whose conversation is shown: promises are kept by its clock. */
export const OfClient = createContext<Pick<Client, 'zone' | 'ahead_seconds'>>({});
