import steps from './backoff.json';

/** Waits longer after each failure, never in step with everybody else's widget. */
export class Backoff {
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get failures(): number {
    return this.#failures;
  }

  again(task: () => void): void {
    const wait = steps[Math.min(this.#failures, steps.length - 1)] ?? 0;
    this.#failures += 1;
    this.cancel();
    this.#timer = setTimeout(task, wait * (0.75 + Math.random() / 2));
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }

  reset(): void {
    this.#failures = 0;
    this.cancel();
  }
}
