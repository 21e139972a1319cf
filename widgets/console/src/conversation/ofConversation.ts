import { createContext } from 'preact';

/** The id of the conversation whose lines are shown. */
export const OfConversation = createContext('');
