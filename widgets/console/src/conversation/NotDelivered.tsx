import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Clock, TriangleAlert } from 'lucide';
import { useContext } from 'preact/hooks';
import type { Undelivered } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { counted, fill, named } from '../words/texts.ts';
import { OfChannel } from './ofChannel.ts';

/** Under a line that the debtor does not have: whether it still comes, and why not. */
export function NotDelivered({ how, debtor }: { how: Undelivered; debtor: string }) {
  const { language, texts } = useWords();
  const { channel: channels, sender, undelivered } = texts.conversation;
  const name = debtor === sender.debtor ? undelivered.debtor : debtor;
  const failed = how.state === 'failed';
  const channel = named(channels, useContext(OfChannel));
  const hours = how.hours === null ? '' : counted(language, undelivered.hours, how.hours);
  return (
    <p class={failed ? 'undelivered undelivered-failed' : 'undelivered'}>
      <Icon of={failed ? TriangleAlert : Clock} small />
      <span>{fill(undelivered[how.why], { name, channel, hours })}</span>
    </p>
  );
}
