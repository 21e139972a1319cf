import type { ComponentChildren } from 'preact';
import { useWords } from '../desk.ts';
import type { Unit } from './wire.ts';
import { roughly } from './writing.ts';

interface Props {
  unit: Unit;
  /** What the highest line stands for; the lowest is nought. */
  top: number;
  children: ComponentChildren;
}

/** The ground that standing bars stand on: nought, half and all of the scale. */
export function Axis({ unit, top, children }: Props) {
  const { language } = useWords();
  const lines = [top, top / 2, 0];
  return (
    <div class="axis">
      {lines.map((value) => (
        <span key={value} class="axis-line">
          <span class="axis-value">
            {unit === 'count' && !Number.isInteger(value) ? '' : roughly(language, unit, value)}
          </span>
        </span>
      ))}
      <div class="axis-bars">{children}</div>
    </div>
  );
}
