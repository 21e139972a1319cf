/** What an agent can do in a conversation with a press, as the backend offers it. */
export interface Macro {
  name: string;
  title: string;
  does: 'payment_details' | 'calculator' | 'hold' | 'lift' | 'note';
  /** What a rest is filled in with. */
  reason: string | null;
  until: string | null;
}

export interface Reason {
  reason: string;
  /** Until when it would rest by the rules; null: until a person ends it. */
  until: string | null;
  /** Whether it has to be said why. */
  note: 'needed' | 'welcome' | 'none';
}

export interface Held {
  id: string;
  reason: string;
  until: string | null;
  placed_at: string;
  /** The roles that may end it, and whether the user may. */
  lifted_by: string[];
  mine: boolean;
}

export interface Macros {
  macros: Macro[];
  reasons: Reason[];
  holds: Held[];
}
