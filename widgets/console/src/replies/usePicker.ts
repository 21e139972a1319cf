import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { Work } from '../conversation/work.ts';
import { useCommand } from '../keyboard/commands.ts';
import { open as openMacro } from '../tools/doing.ts';
import type { Macro } from '../tools/wire.ts';
import { asksForReplies, inserted } from './inserting.ts';

type Opened = 'slash' | 'key';

/** The picker of one composer: how it opens, and what is done with what was picked. */
export function usePicker(work: Work, box: RefObject<HTMLTextAreaElement | null>) {
  const [opened, setOpened] = useState<Opened | null>(null);
  useCommand('replies', () => setOpened('key'));

  const back = (at?: number) => {
    setOpened(null);
    // The text is in the box one frame later.
    requestAnimationFrame(() => {
      box.current?.focus();
      if (at !== undefined) box.current?.setSelectionRange(at, at);
    });
  };
  return {
    opened,
    open: () => setOpened('key'),
    onKeyDown: (event: KeyboardEvent) => {
      const { current } = box;
      if (event.key !== '/' || !current || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!asksForReplies(current.value, current.selectionStart)) return;
      event.preventDefault();
      setOpened('slash');
    },
    onReply: (text: string) => {
      const draft = work.draft.value;
      const put = inserted(draft, box.current?.selectionStart ?? draft.length, text);
      work.keepDraft(put.draft);
      back(put.at);
    },
    onMacro: (macro: Macro) => {
      setOpened(null);
      openMacro(work, macro);
    },
    onClose: () => back(),
  };
}
