import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface Props {
  title: string;
  onClose: () => void;
  /** A click beside it does not close it: what it holds is said once, or was typed. */
  stays?: boolean;
  children: ComponentChildren;
}

/** The browser's own modal: it holds the focus, makes the rest inert and closes on Escape. */
export function Dialog({ title, onClose, stays, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => {
    const before = document.activeElement;
    const opened = dialog.current;
    opened?.showModal();
    opened?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      opened?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key for leaving is Escape, by the browser.
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (!stays && event.target === dialog.current) onClose();
      }}
    >
      <div class="dialog-body">
        <h2 id={heading} class="dialog-title">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}
