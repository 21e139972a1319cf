import { createContext } from 'preact';

/** The time zone of the client whose conversation is shown: promises are kept by its clock. */
export const ClientZone = createContext<string | undefined>(undefined);
