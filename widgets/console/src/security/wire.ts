/** The second step of one's own, as the backend tells it. */

export interface SecondStep {
  /** Null: it is off. */
  since: string | null;
  /** The role needs it. */
  needed: boolean;
  codes_left: number;
  by_provider: boolean;
}

export interface NewSecret {
  secret: string;
  /** Of the QR code, "1" for a dark module. */
  rows: string[];
}
