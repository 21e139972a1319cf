import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk.ts';

/** How one can sign in here. */
export interface Ways {
  password: boolean;
  provider: { name: string } | null;
}

/** The browser itself goes there, and comes back signed in or with a reason. */
export const TO_PROVIDER = '/api/staff/session/provider';

/** Null until it is known; when it cannot be known, the form is there, which tells why. */
export function useWays(): Ways | null {
  const { client } = useDesk();
  const [ways, setWays] = useState<Ways | null>(null);
  useEffect(() => {
    client
      .call<Ways>('GET', 'session/ways')
      .then(setWays, () => setWays({ password: true, provider: null }));
  }, [client]);
  return ways;
}

/** Why the identity provider's way led to nothing, if it did: told once, then gone from the address. */
export function takeRefusal(): string | null {
  const query = new URLSearchParams(location.search);
  const reason = query.get('refused');
  if (reason) history.replaceState(null, '', location.pathname);
  return reason;
}
