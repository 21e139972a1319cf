import { useAnswer } from '../api/useAnswer.ts';
import { useDesk } from '../desk.ts';
import type { ClientCard, Clients } from './wire.ts';

const NONE: ClientCard[] = [];

/** The clients that the user may see, for pages that name them or choose among them. */
export function useClients(): ClientCard[] {
  const { client } = useDesk();
  const answer = useAnswer('clients', () => client.call<Clients>('GET', 'clients'));
  return answer.value?.items ?? NONE;
}
