import type { Message } from '@sovinto/ui/wire.ts';

let count = 0;

/** A message as the backend writes it; what a test is not about has its plainest value. */
export function message(given: Partial<Message> = {}): Message {
  count += 1;
  return {
    id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
    seq: count,
    sender: 'assistant',
    text: 'Hej',
    buttons: [],
    card: null,
    at: new Date().toISOString(),
    name: null,
    ...given,
  };
}

/** A payment-page token: only its body is ever read here, so the signature is none. */
export const token = (claims: Record<string, unknown>): string =>
  `e30.${btoa(JSON.stringify(claims)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')}.x`;
