/** Being at work. */

export type DutyState = 'available' | 'wrap_up' | 'away';

export interface Duty {
  state: DutyState;
  /** When it ends by itself, and one is available again. */
  until: string | null;
}
