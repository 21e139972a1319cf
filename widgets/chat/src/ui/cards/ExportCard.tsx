import { useSignal } from '@preact/signals';
import { Problem } from '@sovinto/ui/problem.ts';
import { useView } from '../view.ts';
import { Frame } from './Frame.tsx';
import { save } from './save.ts';

/** All that is kept about the debtor, as a file. It is fetched only when it is asked for. */
export function ExportCard() {
  const view = useView();
  const texts = view.texts.value.export;
  const state = useSignal<'idle' | 'busy' | 'done'>('idle');
  const failed = useSignal<string | null>(null);

  const press = async (beside: HTMLElement) => {
    failed.value = null;
    state.value = 'busy';
    try {
      save(await view.session.copy(), texts.file, beside);
      state.value = 'done';
    } catch (error) {
      failed.value = (error instanceof Problem && error.detail) || texts.failed;
      state.value = 'idle';
    }
  };

  return (
    <Frame title={texts.title}>
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
    </Frame>
  );
}
