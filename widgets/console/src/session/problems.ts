import { Problem } from '@sovinto/ui/problem.ts';

/** The password was right, and a code of the app is to follow. */
export const needsCode = (error: unknown): boolean =>
  error instanceof Problem && error.kind === 'second-step-needed';

/** Before signing in the backend does not know the reader's language; a refusal we can say. */
export function sentenceOfSignIn(error: unknown, refused: string, unreachable: string): string {
  if (!(error instanceof Problem)) return unreachable;
  if (error.status === 401) return refused;
  return error.detail || unreachable;
}
