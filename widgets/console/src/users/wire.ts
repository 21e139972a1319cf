/** The people who work in the console. */

export interface StaffUser {
  id: string;
  name: string;
  email: string;
  role: string;
  language: string;
  /** Ids; "*" is all of them, also those to come. */
  clients: string[];
  /** Languages and skills that work is given for; none is all. */
  speaks: string[];
  skills: string[];
  active: boolean;
  /** Name, role and clients come from the identity provider, which has the password too. */
  by_provider: boolean;
  has_second_step: boolean;
  last_seen_at: string | null;
}

export interface NewUser {
  name: string;
  email: string;
  role: string;
  language: string;
  clients: string[];
  speaks: string[];
  skills: string[];
}

export interface Added {
  user: StaffUser;
  /** Said this once. */
  password: string;
}
