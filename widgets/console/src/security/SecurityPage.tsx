import { useState } from 'preact/hooks';
import { useAnswer } from '../api/useAnswer.ts';
import { useDesk } from '../desk.ts';
import { Failed } from '../frame/Failed.tsx';
import { OwnPassword } from '../session/OwnPassword.tsx';
import password from '../session/password.json';
import '../styles/pages.css';
import '../styles/security.css';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill } from '../words/texts.ts';
import { AskCode } from './AskCode.tsx';
import { CodesDialog } from './CodesDialog.tsx';
import { SecondStepPart } from './SecondStepPart.tsx';
import { TurnOn } from './TurnOn.tsx';
import type { SecondStep } from './wire.ts';

type Shown = 'password' | 'on' | 'renew' | 'off' | { codes: string[] };

/** One's own password and second step. */
export function SecurityPage() {
  const { client, session } = useDesk();
  const own = usePageTexts('security');
  const [shown, show] = useState<Shown | null>(null);
  const answer = useAnswer('second-step', () =>
    client.call<SecondStep>('GET', 'session/second-step'),
  );
  const at = 'session/second-step';
  const close = () => show(null);
  const changed = () => {
    void answer.again();
    void session.learn().catch(() => undefined);
  };

  return (
    <main id="page" class="page" tabIndex={-1} aria-busy={answer.busy}>
      <div class="page-body page-narrow">
        <div class="page-head">
          <h1>{own.title}</h1>
          <p class="page-lead">{session.user.value?.email}</p>
        </div>
        {answer.problem && <Failed problem={answer.problem} again={answer.again} />}
        {!answer.value && !answer.problem && <div class="chart-waiting" aria-hidden="true" />}
        {answer.value?.by_provider && <p class="security-part">{own.by_provider}</p>}
        {answer.value && !answer.value.by_provider && (
          <>
            <SecondStepPart
              step={answer.value}
              onOn={() => show('on')}
              onRenew={() => show('renew')}
              onOff={() => show('off')}
            />
            <section class="security-part" aria-labelledby="security-password">
              <h2 id="security-password">{own.password.title}</h2>
              <p>{fill(own.password.text, { least: password.least })}</p>
              <button type="button" class="button" onClick={() => show('password')}>
                {own.password.change}
              </button>
            </section>
          </>
        )}
      </div>
      {shown === 'password' && <OwnPassword onClose={close} />}
      {shown === 'on' && <TurnOn onClose={close} onDone={(codes) => show({ codes })} />}
      {shown === 'renew' && (
        <AskCode
          {...own.renew}
          onClose={close}
          act={async (code) => {
            const { codes } = await client.call<{ codes: string[] }>('POST', `${at}/codes`, {
              code,
            });
            show({ codes });
          }}
        />
      )}
      {shown === 'off' && (
        <AskCode
          {...own.turn_off}
          onClose={close}
          act={async (code) => {
            await client.call('POST', `${at}/off`, { code });
            close();
            changed();
          }}
        />
      )}
      {shown !== null && typeof shown === 'object' && (
        <CodesDialog
          codes={shown.codes}
          onClose={() => {
            close();
            changed();
          }}
        />
      )}
    </main>
  );
}
