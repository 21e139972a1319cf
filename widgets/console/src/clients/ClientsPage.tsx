import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Building2, RefreshCw } from 'lucide';
import { useState } from 'preact/hooks';
import { sentenceOf, useAnswer } from '../api/useAnswer.ts';
import { useDesk, useWords } from '../desk.ts';
import { Empty } from '../frame/Empty.tsx';
import { Failed } from '../frame/Failed.tsx';
import { may } from '../frame/pages.ts';
import '../styles/clients.css';
import '../styles/pages.css';
import { countryName } from '../words/language.ts';
import { moment } from '../words/moment.ts';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill } from '../words/texts.ts';
import { ClientSheet } from './ClientSheet.tsx';
import { Troubles } from './Troubles.tsx';
import type { Clients } from './wire.ts';

/** Each client's settings as they are in force, those of one country side by side. */
export function ClientsPage() {
  const { client, session } = useDesk();
  const { language, texts: common } = useWords();
  const texts = usePageTexts('clients');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const answer = useAnswer('clients', () => client.call<Clients>('GET', 'clients'));
  const items = answer.value?.items ?? [];
  const countries = [...new Set(items.map(({ country }) => country))];

  const reload = async () => {
    if (busy) return;
    setBusy(true);
    setTrouble('');
    try {
      answer.set(await client.call<Clients>('POST', 'clients/reload'));
    } catch (error) {
      setTrouble(sentenceOf(error, common.frame.failed));
    } finally {
      setBusy(false);
    }
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and nothing in it takes the focus.
    <main id="page" class="page" tabIndex={0} aria-busy={answer.busy}>
      <div class="page-body page-pair">
        <div class="page-head">
          <h1>{texts.title}</h1>
          {answer.value && (
            <p class="hint" role="status">
              {fill(texts.checked, { when: moment(language, answer.value.checked_at) })}
            </p>
          )}
          {may(session.user.value, 'users.manage') && (
            <button
              type="button"
              class="button page-act"
              aria-disabled={busy}
              onClick={() => void reload()}
            >
              <Icon of={RefreshCw} small />
              {busy ? texts.reloading : texts.reload}
            </button>
          )}
        </div>
        {trouble && (
          <p class="notice notice-bad" role="alert">
            {trouble}
          </p>
        )}
        {answer.problem && <Failed problem={answer.problem} again={answer.again} />}
        {!answer.value && !answer.problem && <div class="chart-waiting" aria-hidden="true" />}
        {answer.value && <Troubles problems={answer.value.problems} />}
        {answer.value?.items.length === 0 && <Empty icon={Building2} {...texts.empty} />}
        {countries.map((country) => (
          <section key={country} class="country" aria-labelledby={`country-${country}`}>
            <h2 id={`country-${country}`} class="country-name">
              {countryName(language, country)}
            </h2>
            <div class="country-clients">
              {items
                .filter((it) => it.country === country)
                .map((it) => (
                  <ClientSheet key={it.id} client={it} />
                ))}
            </div>
          </section>
        ))}
      </div>
    </main>
  );
}
