import { CloudOff } from 'lucide';
import type { ComponentType } from 'preact';
import { useAnswer } from '../api/useAnswer.ts';
import { useWords } from '../desk.ts';
import { loadPageTexts, PageTextsProvider } from '../words/pageTexts.ts';
import { Empty } from './Empty.tsx';
import type { PageName } from './pages.ts';

type Lazy = Exclude<PageName, 'desk'>;

/** An agent's desk carries none of these: each comes when it is first opened. */
const code: Record<Lazy, () => Promise<ComponentType>> = {
  team: async () => (await import('../team/TeamPage.tsx')).TeamPage,
  deadlines: async () => (await import('../deadlines/DeadlinesPage.tsx')).DeadlinesPage,
  approvals: async () => (await import('../approvals/ApprovalsPage.tsx')).ApprovalsPage,
  figures: async () => (await import('../figures/FiguresArea.tsx')).FiguresArea,
  misses: async () => (await import('../misses/MissesPage.tsx')).MissesPage,
  clients: async () => (await import('../clients/ClientsPage.tsx')).ClientsPage,
  audit: async () => (await import('../audit/AuditPage.tsx')).AuditPage,
  security: async () => (await import('../security/SecurityPage.tsx')).SecurityPage,
  users: async () => (await import('../users/UsersPage.tsx')).UsersPage,
};

export function LazyPage({ name }: { name: Lazy }) {
  const { language, texts } = useWords();
  const page = useAnswer(`${name} ${language}`, async () => {
    const [Page, own] = await Promise.all([code[name](), loadPageTexts(name, language)]);
    return { Page, own };
  });
  if (page.value) {
    const { Page, own } = page.value;
    return (
      <PageTextsProvider value={own}>
        <Page />
      </PageTextsProvider>
    );
  }
  return (
    <main id="page" class="page" tabIndex={-1}>
      {page.problem ? (
        <div role="alert">
          <Empty icon={CloudOff} title={page.problem}>
            <button type="button" class="button" onClick={() => void page.again()}>
              {texts.frame.retry}
            </button>
          </Empty>
        </div>
      ) : (
        <p class="loading">{texts.frame.loading}</p>
      )}
    </main>
  );
}
