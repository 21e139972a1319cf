/** What the agent has opened over the conversation. */
export type Tool =
  | { kind: 'hold'; reason?: string | null; until?: string | null }
  | { kind: 'lift' }
  | { kind: 'payment' };
