import { Lock } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useDesk, useWords } from '../desk.ts';
import { onKey, useCommand } from '../keyboard/commands.ts';
import { KeysDialog } from '../keyboard/KeysDialog.tsx';
import { PassedNews } from '../queue/PassedNews.tsx';
import { OwnPassword } from '../session/OwnPassword.tsx';
import { SECURITY } from './addresses.ts';
import { DeskPage } from './DeskPage.tsx';
import { Empty } from './Empty.tsx';
import { LazyPage } from './LazyPage.tsx';
import { LineState } from './LineState.tsx';
import { tick } from './now.ts';
import { pageIn, pagesOf } from './pages.ts';
import { SkipLinks } from './SkipLinks.tsx';
import { TopBar } from './TopBar.tsx';

/** The bar that is always there, and below it the page that the address names. */
export function Shell() {
  const { session } = useDesk();
  const { language, texts } = useWords();
  const { path, route } = useLocation();
  const user = session.user.value;
  // Whoever has a password that was told once is led to choosing another.
  const [passwordShown, showPassword] = useState(user?.one_time_password ?? false);
  const [keysShown, showKeys] = useState(false);
  const pages = pagesOf(user);
  const named = pageIn(path);
  const open = named === 'security' ? named : pages.find(({ name }) => name === named)?.name;
  const first = user?.must_add_second_step ? SECURITY : pages[0]?.address;

  useEffect(tick, []);
  useEffect(() => {
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  // What the role does not open, and what is no page at all, leads to the first that it opens.
  useEffect(() => {
    if (!open && first) route(first, true);
  }, [open, first, route]);
  useCommand('help', () => showKeys(true));

  return (
    <div class="shell" lang={language}>
      <SkipLinks page={open} />
      <TopBar pages={pages} open={open} onKeys={() => showKeys(true)} />
      <LineState />
      <PassedNews />
      {open === 'desk' && <DeskPage />}
      {open && open !== 'desk' && <LazyPage key={open} name={open} />}
      {!first && !open && (
        <main id="page" class="page">
          <Empty icon={Lock} {...texts.frame.no_pages} />
        </main>
      )}
      {passwordShown && <OwnPassword onClose={() => showPassword(false)} />}
      {keysShown && <KeysDialog page={open} onClose={() => showKeys(false)} />}
    </div>
  );
}
