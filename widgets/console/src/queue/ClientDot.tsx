import { brandSteps } from '@sovinto/ui/brand.ts';
import type { Client } from '../api/wire.ts';

/** Whose case it is: a dot in the client's colour, made readable in both schemes, and the name. */
export function ClientDot({ client }: { client: Client }) {
  const steps = brandSteps(client.colour);
  const colours = steps && {
    '--client-brand': steps.light.brand,
    '--client-brand-dark': steps.dark.brand,
  };
  return (
    <span class="client">
      <span class="client-dot" style={colours ?? {}} />
      <span class="client-name">{client.name}</span>
    </span>
  );
}
