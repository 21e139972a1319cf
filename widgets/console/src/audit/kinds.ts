/** What services do is many times more than what people do, and is shown when it is asked for. */
export const PEOPLE = 'staff';
export const EVERYBODY = 'all';

/** Whose acts an address shows. */
export const kindIn = (query: URLSearchParams): string => query.get('kind') ?? PEOPLE;
