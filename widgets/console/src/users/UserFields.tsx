import { useId } from 'preact/hooks';
import type { ClientCard } from '../clients/wire.ts';
import { useWords } from '../desk.ts';
import { languageName } from '../words/language.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { languages } from '../words/texts.ts';
import type { NewUser } from './wire.ts';

interface Props {
  given: NewUser;
  give: (user: NewUser) => void;
  /** Who is there already keeps the e-mail. */
  known: boolean;
  /** Name, role and clients are said elsewhere. */
  fixed: boolean;
  clients: ClientCard[];
}

export function UserFields({ given, give, known, fixed, clients }: Props) {
  const { language } = useWords();
  const own = usePageTexts('users');
  const id = useId();
  const all = given.clients.includes('*');
  const toggle = (client: string, on: boolean) =>
    give({
      ...given,
      clients: on ? [...given.clients, client] : given.clients.filter((it) => it !== client),
    });
  return (
    <>
      <div class="field">
        <label for={`${id}-name`}>{own.columns.name}</label>
        <input
          id={`${id}-name`}
          type="text"
          data-first
          required
          readOnly={fixed}
          maxLength={80}
          autocomplete="off"
          value={given.name}
          onInput={(event) => give({ ...given, name: event.currentTarget.value })}
        />
      </div>
      {!known && (
        <div class="field">
          <label for={`${id}-email`}>{own.email}</label>
          <input
            id={`${id}-email`}
            type="text"
            inputmode="email"
            required
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={given.email}
            onInput={(event) => give({ ...given, email: event.currentTarget.value })}
          />
        </div>
      )}
      <div class="field-pair">
        <div class="field">
          <label for={`${id}-role`}>{own.columns.role}</label>
          <select
            id={`${id}-role`}
            value={given.role}
            disabled={fixed}
            onChange={(event) => give({ ...given, role: event.currentTarget.value })}
          >
            {Object.entries(own.roles).map(([role, label]) => (
              <option key={role} value={role}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for={`${id}-language`}>{own.columns.language}</label>
          <select
            id={`${id}-language`}
            value={given.language}
            onChange={(event) => give({ ...given, language: event.currentTarget.value })}
          >
            {languages().map((code) => (
              <option key={code} value={code}>
                {languageName(language, code)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <fieldset class="user-clients" disabled={fixed}>
        <legend>{own.columns.clients}</legend>
        <label class="check">
          <input
            type="checkbox"
            checked={all}
            onChange={(event) =>
              give({ ...given, clients: event.currentTarget.checked ? ['*'] : [] })
            }
          />
          {own.all_clients}
        </label>
        {!all &&
          clients.map((client) => (
            <label key={client.id} class="check">
              <input
                type="checkbox"
                checked={given.clients.includes(client.id)}
                onChange={(event) => toggle(client.id, event.currentTarget.checked)}
              />
              {client.name}
            </label>
          ))}
      </fieldset>
    </>
  );
}
