import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { UserRound, X } from 'lucide';
import { useView } from './view.ts';

export function Header() {
  const view = useView();
  const { session } = view;
  const texts = view.texts.value;
  const mode = session.dialogue.mode.value;
  const human = mode === 'agent';

  return (
    <header class="header">
      <div class="header-who">
        <h2 class="header-name">
          {human ? view.speaker('agent', session.dialogue.agentName.value) : view.assistant.value}
        </h2>
        <p class="header-role">{human ? texts.header.human : texts.header.automated}</p>
      </div>
      {mode === 'bot' && (
        <button
          type="button"
          class="header-person"
          aria-label={texts.header.person}
          title={texts.header.person}
          onClick={() => session.send(texts.person.sentence)}
        >
          <Icon of={UserRound} />
          <span aria-hidden="true">{texts.header.person_short}</span>
        </button>
      )}
      <button
        type="button"
        class="header-close"
        aria-label={texts.header.close}
        title={texts.header.close}
        onClick={() => view.hide()}
      >
        <Icon of={X} />
      </button>
    </header>
  );
}
