import { CircleCheck } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import timing from '../api/timing.json';
import { useAnswer } from '../api/useAnswer.ts';
import { useDesk } from '../desk.ts';
import { Empty } from '../frame/Empty.tsx';
import { Failed } from '../frame/Failed.tsx';
import '../styles/pages.css';
import '../styles/team.css';
import { usePageTexts } from '../words/pageTexts.ts';
import { PeopleTable } from './PeopleTable.tsx';
import { WaitsTable } from './WaitsTable.tsx';
import type { Team } from './wire.ts';

/** The desk as a leader sees it: who waits for whom, and who is there. */
export function TeamPage() {
  const { client, teamChanged } = useDesk();
  const texts = usePageTexts('team');
  const [all, showAll] = useState(false);
  const answer = useAnswer('team', () => client.call<Team>('GET', 'team'));
  const { again } = answer;
  const changed = teamChanged.value;

  // What is heard is read in one go; what only passes with time is read now and then.
  useEffect(() => {
    const soon = setTimeout(() => void again(), changed ? timing.gather_slow_news : 0);
    const later = setInterval(() => void again(), timing.team_read_every);
    return () => {
      clearTimeout(soon);
      clearInterval(later);
    };
  }, [changed, again]);

  const team = answer.value;
  const people = team?.people.filter(({ state }) => all || state !== 'away') ?? [];
  return (
    <main id="page" class="page" tabIndex={-1} aria-busy={!team && !answer.problem}>
      <div class="page-body">
        <div class="page-head">
          <h1>{texts.title}</h1>
        </div>
        {answer.problem && <Failed problem={answer.problem} again={again} />}
        {!team && !answer.problem && <div class="chart-waiting" aria-hidden="true" />}
        {team && (
          <>
            <section class="team-part" aria-labelledby="team-waits">
              <h2 id="team-waits">{texts.waiting}</h2>
              {team.waits.length > 0 ? (
                <WaitsTable waits={team.waits} />
              ) : (
                <Empty icon={CircleCheck} {...texts.nobody_waits} />
              )}
            </section>
            <section class="team-part" aria-labelledby="team-people">
              <div class="team-head">
                <h2 id="team-people">{texts.people}</h2>
                <label class="check">
                  <input
                    type="checkbox"
                    checked={all}
                    onChange={(event) => showAll(event.currentTarget.checked)}
                  />
                  {texts.filter}
                </label>
              </div>
              <PeopleTable people={people} />
            </section>
          </>
        )}
      </div>
    </main>
  );
}
