import layout from './layout.json';
import { Tile } from './Tile.tsx';
import type { Figure } from './wire.ts';

/** The three that answer how it goes, and beside them what explains it. */
export function Tiles({ figures, busy }: { figures: Figure[] | null; busy: boolean }) {
  const lead = layout.lead.flatMap((name) => figures?.find((it) => it.name === name) ?? []);
  const rest = figures?.filter(({ name }) => !layout.lead.includes(name)) ?? [];
  if (!figures) return <div class="tiles-waiting" aria-hidden="true" />;
  return (
    <div class="tiles" aria-busy={busy}>
      <ul class="tiles-lead">
        {lead.map((figure) => (
          <Tile key={figure.name} figure={figure} />
        ))}
      </ul>
      <ul class="tiles-rest">
        {rest.map((figure) => (
          <Tile key={figure.name} figure={figure} />
        ))}
      </ul>
    </div>
  );
}
