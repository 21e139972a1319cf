import { usePageTexts } from '../words/pageTexts.ts';
import { named } from '../words/texts.ts';

interface Props {
  /** Charts that count the same by different things: what follows "by" in their names. */
  of: string[];
  shown: string;
  heading: string;
  onPick: (chart: string) => void;
}

/** One place for the same question by client and by language. */
export function ChartChoice({ of, shown, heading, onPick }: Props) {
  const { filters } = usePageTexts('figures');
  return (
    // biome-ignore lint/a11y/useSemanticElements: they are buttons, and no fields of a form.
    <div class="chart-choice" role="group" aria-labelledby={heading}>
      {of.map((chart) => (
        <button
          key={chart}
          type="button"
          class="button quiet"
          aria-pressed={chart === shown}
          onClick={() => onPick(chart)}
        >
          {named(filters, chart.split('_by_')[1] ?? chart)}
        </button>
      ))}
    </div>
  );
}
