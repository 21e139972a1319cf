/** The backend said no, in a sentence a person can act on (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  /** Empty when the answer came from something in between that speaks no problem details. */
  readonly detail: string;
  /** The stable last part of its type, such as `not-found`. */
  readonly kind: string;

  constructor(status: number, detail: string, kind = '') {
    super(`${status} ${detail}`);
    this.name = 'Problem';
    this.status = status;
    this.detail = detail;
    this.kind = kind;
  }

  /** Worth another try without the person doing anything. */
  get passing(): boolean {
    return this.status === 429 || this.status >= 500;
  }
}

/** Nothing came back: no line, no server, or too late. */
export class Unreachable extends Error {
  constructor() {
    super('unreachable');
    this.name = 'Unreachable';
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  return new Problem(
    response.status,
    textIn(body, 'detail'),
    textIn(body, 'type').split('/').at(-1),
  );
}

function textIn(body: unknown, name: string): string {
  const value = body && typeof body === 'object' ? (body as Record<string, unknown>)[name] : '';
  return typeof value === 'string' ? value : '';
}
