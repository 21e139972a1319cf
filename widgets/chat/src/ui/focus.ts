/** The panel covers the page, so the page behind it is out of reach. */
export const fullScreen = (): boolean =>
  matchMedia('(max-width: 480px), (max-height: 480px)').matches;

/** A device with a keyboard of its own: focus in a text field covers nothing. */
export const typesWithKeys = (): boolean =>
  matchMedia('(hover: hover) and (pointer: fine)').matches;

const REACHABLE =
  'button:not([disabled]), a[href], textarea, input:not([disabled]), summary, [tabindex="0"]';

/** Tab goes round inside a panel that covers the page; beside a page it may leave. */
export function holdFocus(event: KeyboardEvent, panel: HTMLElement): void {
  if (event.key !== 'Tab' || !fullScreen()) return;
  const reachable = [...panel.querySelectorAll<HTMLElement>(REACHABLE)];
  const first = reachable[0];
  const last = reachable.at(-1);
  const current = (panel.getRootNode() as ShadowRoot).activeElement;
  if (event.shiftKey && (current === first || current === panel)) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && current === last) {
    event.preventDefault();
    first?.focus();
  }
}

/** Where to go on after pressing something that then disappears. */
export function goOn(from: HTMLElement): void {
  const panel = from.closest('.panel');
  const next = panel?.querySelector<HTMLElement>(typesWithKeys() ? '.composer textarea' : '.log');
  (next ?? panel?.querySelector<HTMLElement>('.log'))?.focus();
}
