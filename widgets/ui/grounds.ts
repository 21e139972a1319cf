import tokens from './tokens.css?inline';

/** The grounds that a client's colour has to stand out on, as tokens.css has them. */
export interface Grounds {
  paper: string;
  surface: string;
  sunken: string;
  ink: string;
}

const names = ['paper', 'surface', 'sunken', 'ink'] as const;

function read(nth: number): Grounds {
  const value = (name: string) =>
    [...tokens.matchAll(new RegExp(`--${name}:\\s*(#[\\da-f]{3,6})`, 'gi'))][nth]?.[1] ?? '';
  return Object.fromEntries(names.map((name) => [name, value(name)])) as unknown as Grounds;
}

export const light: Grounds = read(0);
export const dark: Grounds = read(1);
