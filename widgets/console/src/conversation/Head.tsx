import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import {
  ArrowLeft,
  Bot,
  Check,
  PanelRight,
  ShieldCheck,
  ShieldQuestionMark,
  UserRoundPlus,
} from 'lucide';
import type { Detail } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { caseAt, QUEUE } from '../frame/addresses.ts';
import { ClientDot } from '../queue/ClientDot.tsx';
import { languageName } from '../words/language.ts';
import { named } from '../words/texts.ts';
import { HeadAct } from './HeadAct.tsx';
import type { Asked } from './WorkPane.tsx';
import type { Work } from './work.ts';

interface Props {
  work: Work;
  detail: Detail;
  mayAssign: boolean;
  onAsk: (what: Asked) => void;
}

export function Head({ work, detail, mayAssign, onAsk }: Props) {
  const { language, texts } = useWords();
  const { conversation, handoff } = detail;
  const holder = work.holder.value;
  const who = detail.case?.debtor.name ?? handoff.debtor;
  return (
    <header class="head">
      <a class="button quiet head-back" href={QUEUE} aria-label={texts.conversation.back}>
        <Icon of={ArrowLeft} />
      </a>
      <div class="head-who">
        <h1 class="head-name" title={who ?? undefined}>
          {who ?? texts.queue.unidentified}
        </h1>
        <p class="head-facts">
          <ClientDot client={conversation.client} />
          {/* Where no name is known, the title says it. */}
          {who && (
            <span class="head-fact">
              <Icon of={conversation.identified ? ShieldCheck : ShieldQuestionMark} small />
              {conversation.identified
                ? texts.conversation.identified
                : texts.conversation.unidentified}
            </span>
          )}
          <span class="head-fact head-far">{languageName(language, conversation.language)}</span>
          <span class="head-fact head-far">
            {named(texts.conversation.channel, conversation.channel)}
          </span>
        </p>
      </div>
      {(mayAssign || holder === 'me') && (
        <div class="head-acts">
          {mayAssign && (
            <HeadAct
              icon={UserRoundPlus}
              word={texts.assign.act}
              label={texts.assign.title}
              command="assign"
              onPress={() => onAsk('assign')}
            />
          )}
          {holder === 'me' && (
            <>
              <HeadAct
                icon={Bot}
                word={texts.conversation.return}
                command="return"
                onPress={() => onAsk('return')}
              />
              <HeadAct
                icon={Check}
                word={texts.conversation.close}
                command="close"
                onPress={() => onAsk('close')}
              />
            </>
          )}
        </div>
      )}
      <a
        class="button quiet head-case"
        href={caseAt(work.id)}
        aria-label={texts.conversation.show_case}
      >
        <Icon of={PanelRight} />
      </a>
    </header>
  );
}
