import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { MessageCircle } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { counted } from './texts.ts';
import { useView } from './view.ts';

export function Launcher() {
  const view = useView();
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const open = view.open.value;
  const unread = view.unread.value;

  useEffect(() => {
    // Only after a close: the launcher must not take the focus from the page that loads.
    if (wasOpen.current && !open) button.current?.focus();
    wasOpen.current = open;
  }, [open]);

  return (
    <button
      ref={button}
      type="button"
      class="launcher"
      hidden={open}
      aria-haspopup="dialog"
      aria-expanded={open}
      onClick={() => view.show({ asked: true })}
    >
      <Icon of={MessageCircle} />
      <span>{view.texts.value.launcher.label}</span>
      {unread > 0 && (
        <span class="launcher-unread">
          <span aria-hidden="true">{unread}</span>
          <span class="unseen">
            {counted(view.language.value, view.texts.value.launcher.unread, unread)}
          </span>
        </span>
      )}
    </button>
  );
}
