/** The backend said no, in a sentence a person can act on (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  /** Empty when the answer came from something in between that speaks no problem details. */
  readonly detail: string;

  constructor(status: number, detail: string) {
    super(`${status} ${detail}`);
    this.name = 'Problem';
    this.status = status;
    this.detail = detail;
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
  const detail = body && typeof body === 'object' && 'detail' in body ? body.detail : '';
  return new Problem(response.status, typeof detail === 'string' ? detail : '');
}
