import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { SendHorizontal, StickyNote, Zap } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Detail } from '../api/wire.ts';
import { useDesk, useWords } from '../desk.ts';
import { Tip } from '../keyboard/Tip.tsx';
import { Picker } from '../replies/Picker.tsx';
import { usePicker } from '../replies/usePicker.ts';
import { counted, fill } from '../words/texts.ts';
import limits from './limits.json';
import type { Work } from './work.ts';

interface Props {
  work: Work;
  detail: Detail;
  onNote: () => void;
}

export function Composer({ work, detail, onNote }: Props) {
  const desk = useDesk();
  const { language, texts } = useWords();
  const box = useRef<HTMLTextAreaElement>(null);
  const text = work.draft.value;
  const over = Math.max(0, [...text].length - limits.characters);
  const blocked = !text.trim() || over > 0;
  const name = detail.case?.debtor.name ?? detail.handoff.debtor;

  // The height follows the text.
  useLayoutEffect(() => {
    if (box.current) box.current.rows = linesOf(box.current);
  }, [text]);

  const picker = usePicker(work, box);

  const send = () => {
    if (!blocked) work.send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') {
      document.getElementById('conversation')?.focus();
    } else picker.onKeyDown(event);
  };

  return (
    <form
      class="foot composer composer-with-picker"
      onSubmit={(event) => {
        event.preventDefault();
        send();
        box.current?.focus();
      }}
    >
      {picker.opened && (
        <Picker
          conversation={work.id}
          bySlash={picker.opened === 'slash'}
          onReply={picker.onReply}
          onMacro={picker.onMacro}
          onClose={picker.onClose}
        />
      )}
      <label class="unseen" for="reply">
        {texts.composer.label}
      </label>
      <textarea
        ref={box}
        id="reply"
        class="composer-box"
        rows={limits.rows_least}
        lang={detail.conversation.language}
        autocomplete="off"
        placeholder={
          name ? fill(texts.composer.placeholder, { name }) : texts.composer.placeholder_unknown
        }
        value={text}
        aria-invalid={over > 0}
        aria-describedby="reply-over"
        aria-keyshortcuts="r"
        onInput={(event) => {
          work.keepDraft(event.currentTarget.value);
          if (work.typing.due()) desk.live.typing(work.id);
        }}
        onKeyDown={onKeyDown}
      />
      <button
        type="submit"
        class="button primary composer-send"
        aria-disabled={blocked}
        aria-keyshortcuts="Control+Enter Meta+Enter"
      >
        <Icon of={SendHorizontal} small />
        {texts.composer.send}
        <Tip command="send" side="end" />
      </button>
      <p id="reply-over" class="composer-over">
        {over > 0 && counted(language, texts.composer.over, over)}
      </p>
      <div class="foot-acts">
        <button
          type="button"
          class="button quiet"
          aria-haspopup="dialog"
          aria-expanded={picker.opened !== null}
          aria-keyshortcuts="c"
          onClick={picker.open}
        >
          <Icon of={Zap} small />
          {texts.replies.title}
          <Tip command="replies" side="start" />
        </button>
        <button type="button" class="button quiet" aria-keyshortcuts="n" onClick={onNote}>
          <Icon of={StickyNote} small />
          {texts.notes.write}
          <Tip command="note" side="start" />
        </button>
      </div>
    </form>
  );
}

function linesOf(box: HTMLTextAreaElement): number {
  box.rows = limits.rows_least;
  const line = Number.parseFloat(getComputedStyle(box).lineHeight);
  const more = Math.ceil((box.scrollHeight - box.clientHeight) / line);
  return Number.isFinite(more)
    ? Math.min(limits.rows_most, limits.rows_least + Math.max(0, more))
    : limits.rows_least;
}
