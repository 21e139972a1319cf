import { CircleCheck } from 'lucide';
import { useEffect } from 'preact/hooks';
import { useAnswer } from '../api/useAnswer.ts';
import { useDesk, useWords } from '../desk.ts';
import { Empty } from '../frame/Empty.tsx';
import { Failed } from '../frame/Failed.tsx';
import { may } from '../frame/pages.ts';
import '../styles/pages.css';
import '../styles/deadlines.css';
import { usePageTexts } from '../words/pageTexts.ts';
import { DeadlineTable } from './DeadlineTable.tsx';
import { MetTable } from './MetTable.tsx';
import type { Deadlines } from './wire.ts';

/** What is late, what was promised, and for supervisors which share of the targets was met. */
export function DeadlinesPage() {
  const { client, deadlines, session } = useDesk();
  const { frame } = useWords().texts;
  const texts = usePageTexts('deadlines');
  const page = useAnswer('deadlines', () => client.call<Deadlines>('GET', 'deadlines'));
  const counts = deadlines.counts.value;

  // What the bar counts anew is listed anew.
  useEffect(() => {
    if (page.value) void page.again();
  }, [counts?.late, counts?.soon]);

  const shown = page.value;
  // What is late already stands above.
  const behind = new Set(shown?.late.map(({ id }) => id));
  const nothing = shown && !shown.late.length && !shown.promises.length && !shown.missed.length;
  return (
    <main id="page" class="page" tabIndex={-1} aria-busy={page.busy}>
      <div class="page-body deadlines">
        <div class="page-head">
          <h1>{texts.title}</h1>
          <p class="page-lead">{texts.lead}</p>
        </div>
        {page.problem && <Failed problem={page.problem} again={page.again} />}
        {!shown && !page.problem && <p class="loading">{frame.loading}</p>}
        {nothing && <Empty icon={CircleCheck} {...texts.empty} />}
        {shown && (
          <>
            <DeadlineTable name="late" rows={shown.late} />
            <DeadlineTable
              name="promises"
              rows={shown.promises.filter((it) => !behind.has(it.id))}
            />
          </>
        )}
        {may(session.user.value, 'figures.read') && <MetTable />}
        {shown && <DeadlineTable name="missed" rows={shown.missed} />}
      </div>
    </main>
  );
}
