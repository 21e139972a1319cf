import { useEffect } from 'preact/hooks';
import { LocationProvider } from 'preact-iso';
import { type Desk, DeskProvider } from './desk.ts';
import { BASE } from './frame/addresses.ts';
import { Shell } from './frame/Shell.tsx';
import { keepTitle } from './frame/title.ts';
import { Unreached } from './frame/Unreached.tsx';
import { SignIn } from './session/SignIn.tsx';

export function App({ desk }: { desk: Desk }) {
  const language = desk.words.value?.language;
  const state = desk.session.state.value;

  useEffect(() => keepTitle(desk), [desk]);
  useEffect(() => {
    if (language) document.documentElement.lang = language;
  }, [language]);

  if (!language || state === 'checking') return null;
  return (
    <DeskProvider value={desk}>
      {state === 'out' && <SignIn />}
      {state === 'unreachable' && <Unreached />}
      {state === 'in' && (
        <LocationProvider scope={BASE}>
          <Shell />
        </LocationProvider>
      )}
    </DeskProvider>
  );
}
