import { signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import keys from './keys.json';

export type Command = keyof typeof keys;

const handlers = new Map<Command, () => void>();
const KEPT = 'sovinto:console-single-keys';

/** Single keys can be turned off (WCAG 2.1.4): speech input and some readers press them unasked. */
export const singleKeys = signal(localStorage.getItem(KEPT) !== 'off');

export function allowSingleKeys(yes: boolean): void {
  singleKeys.value = yes;
  localStorage.setItem(KEPT, yes ? 'on' : 'off');
}

const byKey = new Map<string, Command>(
  Object.entries(keys).flatMap(([name, { keys: own }]) =>
    own.map((key): [string, Command] => [key, name as Command]),
  ),
);

/** What a key does while this part is on screen; null while it may not be done. */
export function useCommand(command: Command, handler: (() => void) | null): void {
  // In the same moment as it is drawn: a quick key finds it.
  useLayoutEffect(() => {
    if (!handler) return;
    handlers.set(command, handler);
    return () => {
      if (handlers.get(command) === handler) handlers.delete(command);
    };
  });
}

/** Does what the command's key would do now. */
export function run(command: Command): void {
  handlers.get(command)?.();
}

const writing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=radio], [type=checkbox]), textarea, select'));

export function onKey(event: KeyboardEvent): void {
  const command = byKey.get(event.key);
  if (!command || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (!singleKeys.value || event.defaultPrevented || writing(event.target)) return;
  if (document.querySelector('dialog[open]')) return;
  const handler = handlers.get(command);
  if (!handler) return;
  event.preventDefault();
  handler();
}
