/**
 * Whose a payment-page token is, to keep two debtors on one device apart. Read, never trusted:
 * only the backend checks the signature. Null when it is no token at all.
 */
export function subjectOf(token: string | null): string | null {
  const body = token?.split('.')[1];
  if (!body) return null;
  try {
    const bytes = Uint8Array.from(atob(body.replace(/-/g, '+').replace(/_/g, '/')), (c) =>
      c.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!claims || typeof claims !== 'object') return null;
    const { sub, case: reference } = claims as { sub?: unknown; case?: unknown };
    const subject = sub ?? reference;
    return typeof subject === 'string' ? subject : null;
  } catch {
    return null;
  }
}
