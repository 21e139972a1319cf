import { useWords } from '../desk.ts';

/** The few lines that sum it up in the agent's language, above what was said in the debtor's. */
export function Summary({ lines }: { lines: string[] }) {
  const { texts } = useWords();
  if (lines.length === 0) return null;
  return (
    <ul class="summary" aria-label={texts.case.summary}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
