import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { SendHorizontal } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import limits from './limits.json';
import { counted } from './texts.ts';
import { useView } from './view.ts';

/** Counted as the backend counts: an emoji is one. */
const lengthOf = (text: string): number =>
  text.length < limits.characters - limits.shown_when_left ? text.length : [...text].length;

export function Composer() {
  const view = useView();
  const { session } = view;
  const { composer } = view.texts.value;
  const text = session.draft.value;
  const left = limits.characters - lengthOf(text);
  const box = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    if (box.current) box.current.rows = linesOf(box.current);
  }, [text]);

  const send = () => {
    if (!text.trim() || left < 0) return;
    session.keepDraft('');
    session.send(text.trim());
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method is composing, Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
        box.current?.focus();
      }}
    >
      <label class="unseen" for="sovinto-composer">
        {composer.label}
      </label>
      <textarea
        ref={box}
        id="sovinto-composer"
        rows={1}
        autocomplete="off"
        enterkeyhint="send"
        placeholder={composer.placeholder}
        value={text}
        aria-invalid={left < 0}
        aria-describedby="sovinto-left"
        onInput={(event) => {
          session.keepDraft(event.currentTarget.value);
          session.tellTyping();
        }}
        onKeyDown={onKeyDown}
      />
      <button
        type="submit"
        class="composer-send"
        aria-label={composer.send}
        title={composer.send}
        aria-disabled={!text.trim() || left < 0}
      >
        <Icon of={SendHorizontal} />
      </button>
      <p id="sovinto-left" class={left < 0 ? 'composer-left over' : 'composer-left'}>
        {left <= limits.shown_when_left &&
          counted(view.language.value, left < 0 ? composer.over : composer.left, Math.abs(left))}
      </p>
    </form>
  );
}

/** Rows instead of a height: a page's policy may forbid inline styles. */
function linesOf(box: HTMLTextAreaElement): number {
  box.rows = 1;
  const line = Number.parseFloat(getComputedStyle(box).lineHeight);
  const rows = Math.round((box.scrollHeight - box.clientHeight) / line) + 1;
  return Number.isFinite(rows) ? Math.min(Math.max(rows, 1), limits.composer_lines) : 1;
}
