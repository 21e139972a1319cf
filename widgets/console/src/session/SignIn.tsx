import { useState } from 'preact/hooks';
import { useDesk, useWords } from '../desk.ts';
import { fill } from '../words/texts.ts';
import { CodeForm } from './CodeForm.tsx';
import { type Given, PasswordForm } from './PasswordForm.tsx';
import { needsCode } from './problems.ts';
import { Refusal } from './Refusal.tsx';
import { TO_PROVIDER, takeRefusal, useWays } from './ways.ts';

/** The ways in: the identity provider's button, a password, and the code that may follow it. */
export function SignIn() {
  const { session: desk } = useDesk();
  const { language, texts } = useWords();
  const { session } = texts;
  const ways = useWays();
  const [refused, setRefused] = useState(takeRefusal);
  const [waiting, setWaiting] = useState<Given | null>(null);

  const submit = async (given: Given) => {
    try {
      await desk.signIn(given.email, given.password);
    } catch (error) {
      if (!needsCode(error)) throw error;
      setWaiting(given);
    }
  };
  const title = refused ? session.refusal.title : waiting ? session.code.title : session.title;

  return (
    <main class="sign-in" lang={language}>
      <div class="sign-in-card" aria-busy={ways === null}>
        <div>
          <p class="sign-in-name">Sovinto</p>
          <h1 id="sign-in-title" class="sign-in-title">
            {title}
          </h1>
          {!refused && !waiting && <p class="hint">{session.for_whom}</p>}
        </div>
        {desk.expired.value && !waiting && <p class="notice">{session.expired}</p>}
        {refused ? (
          <Refusal reason={refused} onOther={ways?.password ? () => setRefused(null) : null} />
        ) : waiting ? (
          <CodeForm
            submit={(code) => desk.signIn(waiting.email, waiting.password, code)}
            onBack={() => setWaiting(null)}
          />
        ) : (
          <>
            {ways?.provider && (
              <a class="button primary wide" href={TO_PROVIDER}>
                {fill(session.with, { name: ways.provider.name })}
              </a>
            )}
            {ways?.provider && ways.password && <p class="sign-in-or">{session.or}</p>}
            {ways?.password && <PasswordForm primary={!ways.provider} submit={submit} />}
          </>
        )}
      </div>
    </main>
  );
}
