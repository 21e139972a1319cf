/**
 * Many wishes for the same are one. The earliest counts: where news never stop, one that each of them
 * put off would never come.
 */
export class Gathering {
  readonly #fulfil: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Number.POSITIVE_INFINITY;

  constructor(fulfil: () => void) {
    this.#fulfil = fulfil;
  }

  within(milliseconds: number): void {
    const due = Date.now() + milliseconds;
    if (due >= this.#due) return;
    this.cancel();
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.cancel();
      this.#fulfil();
    }, milliseconds);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#due = Number.POSITIVE_INFINITY;
  }
}

/** From half to one and a half: what all consoles hear in one moment, they are not all to ask about in one. */
export const about = (milliseconds: number): number => milliseconds * (0.5 + Math.random());
