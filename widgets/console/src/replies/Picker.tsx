import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { TriangleAlert, X } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAnswer } from '../api/useAnswer.ts';
import { useDesk, useWords } from '../desk.ts';
import { Trouble } from '../tools/Trouble.tsx';
import { useMacros } from '../tools/useMacros.ts';
import type { Macro } from '../tools/wire.ts';
import { type Choice, idOf, matching, titleOf } from './choices.ts';
import type { Replies } from './wire.ts';

interface Props {
  conversation: string;
  /** With a "/": the key again means the sign itself. */
  bySlash: boolean;
  onReply: (text: string) => void;
  onMacro: (macro: Macro) => void;
  onClose: () => void;
}

/** Replies and acts to be picked by a few letters; what would be sent is shown before it is picked. */
export function Picker({ conversation, bySlash, onReply, onMacro, onClose }: Props) {
  const { client } = useDesk();
  const { texts } = useWords();
  const { replies: words } = texts;
  const path = `conversations/${encodeURIComponent(conversation)}/replies`;
  const replies = useAnswer(path, () => client.call<Replies>('GET', path));
  const macros = useMacros(conversation);
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const choices = matching(replies.value?.items ?? [], macros.value?.macros ?? [], search);
  const active = choices[Math.min(at, choices.length - 1)];

  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' });
  }, [at, search]);

  const pick = (choice: Choice | undefined) => {
    if (choice?.kind === 'macro') onMacro(choice.macro);
    else if (choice?.reply.text) onReply(choice.reply.text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((at + step + choices.length) % Math.max(1, choices.length));
    else if (event.key === 'Enter') pick(active);
    else if (event.key === 'Escape') onClose();
    else if (event.key === '/' && bySlash && !search) onReply('/');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the box within.
    <div
      class="picker"
      onKeyDown={onKeyDown}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (to instanceof Node && !event.currentTarget.contains(to)) onClose();
      }}
    >
      <div class="picker-head">
        <input
          ref={box}
          class="picker-box"
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls="picker-list"
          aria-activedescendant={active && idOf(active)}
          aria-label={words.search}
          placeholder={words.search}
          autocomplete="off"
          value={search}
          onInput={(event) => {
            setSearch(event.currentTarget.value);
            setAt(0);
          }}
        />
        <button type="button" class="button quiet" aria-label={words.close} onClick={onClose}>
          <Icon of={X} />
        </button>
      </div>
      <Trouble of={replies.problem} />
      <div ref={list} id="picker-list" class="picker-list" role="listbox" aria-label={words.title}>
        {choices.map((choice) => (
          <Option
            key={idOf(choice)}
            choice={choice}
            spoken={replies.value?.language ?? ''}
            active={choice === active}
            onPick={() => pick(choice)}
          />
        ))}
      </div>
      {choices.length === 0 && (
        <p class="picker-none" role="status">
          {replies.busy ? texts.frame.loading : words.none}
        </p>
      )}
      <p class="picker-keys" aria-hidden="true">
        {words.keys}
      </p>
    </div>
  );
}

interface OptionProps {
  choice: Choice;
  spoken: string;
  active: boolean;
  onPick: () => void;
}

function Option({ choice, spoken, active, onPick }: OptionProps) {
  const { replies: words } = useWords().texts;
  const missing = choice.kind === 'reply' && choice.reply.text === null ? choice.reply.missing : [];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box.
    // biome-ignore lint/a11y/useFocusableInteractive: the box holds the focus.
    <div
      id={idOf(choice)}
      class="picker-option"
      role="option"
      aria-selected={active}
      aria-disabled={missing.length > 0}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span class="picker-title">
        {titleOf(choice)}
        <span class="picker-kind">
          {choice.kind === 'macro' ? words.act : choice.reply.own ? words.own : ''}
        </span>
      </span>
      {choice.kind === 'reply' && choice.reply.text && (
        <span class="picker-text" lang={spoken}>
          {choice.reply.text}
        </span>
      )}
      {missing.length > 0 && (
        <span class="picker-missing">
          <Icon of={TriangleAlert} small />
          {words.missing} {missing.join(', ')}
        </span>
      )}
    </div>
  );
}
