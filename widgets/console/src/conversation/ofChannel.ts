import { createContext } from 'preact';

/** By what way the debtor of the conversation that is shown writes, as the backend names it. */
export const OfChannel = createContext('');
