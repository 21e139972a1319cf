import { computed, signal } from '@preact/signals';

/** Whether the backend can be reached, by what the browser says and by what the last call met. */
export class Reach {
  readonly #network = signal(navigator.onLine !== false);
  readonly #answered = signal(true);
  readonly offline = computed(() => !this.#network.value || !this.#answered.value);

  constructor(onBack: () => void) {
    addEventListener('offline', () => {
      this.#network.value = false;
    });
    addEventListener('online', () => {
      this.#network.value = true;
      onBack();
    });
    // A page brought back from the browser's cache has a dead line and does not know it.
    addEventListener('pageshow', (event) => {
      if (event.persisted) onBack();
    });
  }

  answered(yes: boolean): void {
    this.#answered.value = yes;
  }
}
