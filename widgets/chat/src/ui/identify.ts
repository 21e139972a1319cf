/** A payload that never leaves the page: who the visitor is, is the page's business. */
export const IDENTIFY = 'identify';

/**
 * Asks the page to find out who the visitor is; it answers with window.Sovinto.identify(token).
 * A client that has an address for it gets the visitor there, unless the page prevents it.
 */
export function askToIdentify(address: string | null): void {
  const wanted = new CustomEvent('sovinto:identify', { cancelable: true });
  const open = window.dispatchEvent(wanted);
  if (open && address?.startsWith('https://')) window.location.assign(address);
}
