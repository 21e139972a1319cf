import { CircleCheck } from 'lucide';
import { useEffect } from 'preact/hooks';
import { useDesk, useWords } from '../desk.ts';
import { Empty } from '../frame/Empty.tsx';
import { Failed } from '../frame/Failed.tsx';
import '../styles/pages.css';
import '../styles/approvals.css';
import { usePageTexts } from '../words/pageTexts.ts';
import { ApprovalCard } from './ApprovalCard.tsx';

/** What colleagues ask to grant beyond their own limits. */
export function ApprovalsPage() {
  const { approvals } = useDesk();
  const { frame } = useWords().texts;
  const texts = usePageTexts('approvals');
  const items = approvals.items.value;
  const failed = approvals.failed.value;
  useEffect(() => approvals.look(), [approvals]);
  return (
    <main id="page" class="page" tabIndex={-1} aria-busy={items === null && !failed}>
      <div class="page-body approvals">
        <div class="page-head">
          <h1>{texts.title}</h1>
        </div>
        {failed && <Failed problem={frame.failed} again={() => approvals.load()} />}
        {!items && !failed && <p class="loading">{frame.loading}</p>}
        {items?.length === 0 && <Empty icon={CircleCheck} {...texts.empty} />}
        {items && items.length > 0 && (
          <ul class="approval-list" aria-label={texts.title}>
            {items.map((it) => (
              <ApprovalCard key={it.grant.id} of={it} />
            ))}
          </ul>
        )}
      </div>
    </main>
  );
}
