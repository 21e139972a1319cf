import { usePageTexts } from '../words/pageTexts.ts';
import type { MissState } from './wire.ts';

const states: MissState[] = ['open', 'taught', 'set_aside'];

interface Props {
  state: string;
  counts: Record<MissState, number> | undefined;
  onShow: (state: MissState) => void;
}

/** Where a message stands. Each is an address of its own, and so a link rather than a tab. */
export function MissTabs({ state, counts, onShow }: Props) {
  const texts = usePageTexts('misses');
  return (
    <nav class="tabs miss-tabs" aria-label={texts.tabs}>
      {states.map((it) => (
        <button
          key={it}
          type="button"
          class="tab"
          aria-current={it === state ? 'page' : undefined}
          onClick={() => onShow(it)}
        >
          {texts.states[it]}
          {counts && <span class="tab-count">{counts[it]}</span>}
        </button>
      ))}
    </nav>
  );
}
