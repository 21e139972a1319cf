import { useEffect, useRef } from 'preact/hooks';
import { Composer } from './Composer.tsx';
import { Ended } from './Ended.tsx';
import { fullScreen, holdFocus, typesWithKeys } from './focus.ts';
import { Header } from './Header.tsx';
import { Messages } from './Messages.tsx';
import { Notice } from './Notice.tsx';
import { StateBar } from './StateBar.tsx';
import { useView } from './view.ts';

export function Panel() {
  const view = useView();
  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!view.takesFocus) return;
    // On a phone the keyboard would cover the greeting, so the panel itself takes the focus.
    const first = typesWithKeys()
      ? panel.current?.querySelector<HTMLElement>('.composer textarea')
      : null;
    (first ?? panel.current)?.focus();
  }, [view]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation();
      view.hide();
    } else if (panel.current) holdFocus(event, panel.current);
  };

  return (
    <div
      ref={panel}
      class="panel"
      role="dialog"
      aria-label={view.dialogName()}
      aria-modal={fullScreen()}
      lang={view.language.value}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <Header />
      <StateBar />
      <Messages />
      <Notice />
      {view.session.dialogue.mode.value === 'closed' && <Ended />}
      <Composer />
    </div>
  );
}
