import { Problem } from '@sovinto/ui/problem.ts';
import type { Access, Api } from './api.ts';
import type { Storage } from './storage.ts';
import type { Begun, Conversation } from './wire.ts';

export interface Visitor {
  client: string;
  /** From the payment page; null while nobody is identified. */
  token: string | null;
  language: string | null;
}

export interface Entered {
  access: Access;
  conversation: Begun | Conversation;
}

const REFUSED_TOKEN = [400, 401, 403, 422];
export const GONE = [401, 404];

const oneOf = (statuses: number[], error: unknown): boolean =>
  error instanceof Problem && statuses.includes(error.status);

/** Goes on with the conversation of before the reload; begins one when it is gone. */
export async function enter(api: Api, storage: Storage, visitor: Visitor): Promise<Entered> {
  const access = storage.conversation;
  if (!access) return begin(api, storage, visitor);
  try {
    return { access, conversation: await api.comeBack(access) };
  } catch (error) {
    if (!oneOf(GONE, error)) throw error;
    storage.conversation = null;
    return begin(api, storage, visitor);
  }
}

async function begin(api: Api, storage: Storage, visitor: Visitor): Promise<Entered> {
  const { client, token, language } = visitor;
  const begun = await api.begin(client, token, language).catch((error: unknown) => {
    // A stale token is no reason to turn anybody away: they come in as not identified.
    if (token && oneOf(REFUSED_TOKEN, error)) return api.begin(client, null, language);
    throw error;
  });
  storage.conversation = begun;
  return { access: begun, conversation: begun };
}
