import { useEffect, useState } from 'preact/hooks';
import { CasePane } from '../context/CasePane.tsx';
import { useDesk } from '../desk.ts';
import { WorkPane } from './WorkPane.tsx';
import type { Work } from './work.ts';

/** One conversation and what belongs to it; the id comes from the address. */
export function Conversation({ params }: { params: { id?: string } }) {
  const desk = useDesk();
  const id = params.id ?? '';
  const [work, setWork] = useState<Work | null>(null);
  useEffect(() => setWork(desk.looksAt(id)), [desk, id]);
  if (work?.id !== id) return null;
  return (
    <>
      <WorkPane key={`work-${id}`} work={work} />
      <CasePane key={`case-${id}`} work={work} />
    </>
  );
}
