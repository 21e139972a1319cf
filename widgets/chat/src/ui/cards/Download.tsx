import { useSignal } from '@preact/signals';
import { Problem } from '@sovinto/ui/problem.ts';
import { save } from './save.ts';

interface Props {
  /** What the button says, and what is said when the file is saved or cannot be had. */
  texts: { download: string; done: string; failed: string };
  name: string;
  file: () => Promise<Blob>;
}

/** A file that is fetched only when it is asked for. */
export function Download({ texts, name, file }: Props) {
  const state = useSignal<'idle' | 'busy' | 'done'>('idle');
  const failed = useSignal<string | null>(null);

  const press = async (beside: HTMLElement) => {
    failed.value = null;
    state.value = 'busy';
    try {
      save(await file(), name, beside);
      state.value = 'done';
    } catch (error) {
      failed.value = (error instanceof Problem && error.detail) || texts.failed;
      state.value = 'idle';
    }
  };

  return (
    <>
      <div class="buttons">
        <button
          type="button"
          class="button"
          disabled={state.value === 'busy'}
          onClick={(event) => void press(event.currentTarget)}
        >
          {texts.download}
        </button>
      </div>
      <p class="card-line" role="status">
        {state.value === 'done' && texts.done}
      </p>
      {failed.value && (
        <p class="rating-failed" role="alert">
          {failed.value}
        </p>
      )}
    </>
  );
}
