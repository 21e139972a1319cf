import { day } from '@sovinto/ui/format.ts';
import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { CirclePause } from 'lucide';
import type { Case } from '../api/wire.ts';
import type { Work } from '../conversation/work.ts';
import { useDesk, useWords } from '../desk.ts';
import { may } from '../frame/pages.ts';
import { Tip } from '../keyboard/Tip.tsx';
import { fill, named } from '../words/texts.ts';

/** What rests the case, and the way to let it rest or to end a rest. */
export function Holds({ work, of }: { work: Work; of: Case }) {
  const user = useDesk().session.user.value;
  const { language, texts } = useWords();
  const { holds } = of;
  const stopped = holds.length > 0 || of.status === 'disputed';
  const open = (kind: 'hold' | 'lift') => () => {
    work.tool.value = { kind };
  };
  return (
    <section class={holds.length ? 'part' : 'part part-none'}>
      {holds.length > 0 ? (
        <>
          <h2 class="part-title">{texts.case.holds}</h2>
          <ul class="holds">
            {holds.map(({ reason, until }) => (
              <li key={`${reason} ${until}`}>
                <Icon of={CirclePause} small />
                <span>
                  {named(texts.holds, reason)},{' '}
                  {until
                    ? fill(texts.case.until, { date: day(language, until) })
                    : texts.case.until_further}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        texts.case.no_holds
      )}
      <div class="part-acts">
        {may(user, 'hold.place') && (
          <button type="button" class="button" aria-keyshortcuts="h" onClick={open('hold')}>
            {texts.tools.hold.act}
            <Tip label={texts.keys.hold} command="hold" side="start" />
          </button>
        )}
        {stopped && may(user, 'hold.lift') && (
          <button type="button" class="button" aria-keyshortcuts="l" onClick={open('lift')}>
            {texts.tools.lift.act}
            <Tip label={texts.keys.lift} command="lift" side="start" />
          </button>
        )}
      </div>
    </section>
  );
}
