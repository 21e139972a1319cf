import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { CircleCheck, CirclePause, Timer } from 'lucide';
import { useWords } from '../desk.ts';
import { languageName } from '../words/language.ts';
import { moment } from '../words/moment.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill, named } from '../words/texts.ts';
import type { Person } from './wire.ts';

const icons = { available: CircleCheck, wrap_up: Timer, away: CirclePause };

/** Who is there, what each holds, and what each is given work for. */
export function PeopleTable({ people }: { people: Person[] }) {
  const { language, texts } = useWords();
  const own = usePageTexts('team');
  const { columns } = own;
  const worksFor = ({ speaks, skills }: Person) =>
    [
      speaks.length
        ? speaks.map((code) => languageName(language, code)).join(', ')
        : own.all_languages,
      skills.length ? skills.map((it) => named(texts.skills, it)).join(', ') : own.all_skills,
    ].join(' · ');
  return (
    <table class="list list-stacks" aria-label={own.people}>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col" class="figure">
            {columns.holds}
          </th>
          <th scope="col">{columns.works_for}</th>
        </tr>
      </thead>
      <tbody>
        {people.length === 0 && (
          <tr>
            <td colSpan={4}>{own.nobody_here}</td>
          </tr>
        )}
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <span class="list-who">{person.name}</span>
              <span class="list-note">{named(own.roles, person.role)}</span>
            </th>
            <td>
              <span class={`team-state duty duty-${person.state}`}>
                <Icon of={icons[person.state]} small />
                {texts.duty[person.state]}
              </span>
              <span class="list-note">
                {person.state === 'away' && !person.here
                  ? own.no_line
                  : fill(own.since, { when: moment(language, person.since) })}
              </span>
            </td>
            <td class="figure">
              <span class="list-label" aria-hidden="true">
                {columns.holds}{' '}
              </span>
              {person.holds}
            </td>
            <td class="team-works">{worksFor(person)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
