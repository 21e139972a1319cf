/** A line that can be picked: either ready to be sent, or with what is missing in this case. */
export interface Reply {
  name: string;
  title: string;
  text: string | null;
  missing: string[];
  /** It is the client's own. */
  own: boolean;
}

export interface Replies {
  /** The language that they are in. */
  language: string;
  items: Reply[];
}
