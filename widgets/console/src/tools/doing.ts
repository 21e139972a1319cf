import type { Work } from '../conversation/work.ts';
import { run } from '../keyboard/commands.ts';
import type { Macro } from './wire.ts';

/** Opens what a macro is for; nothing is done before the agent has seen it. */
export function open(work: Work, { does, reason, until }: Macro): void {
  if (does === 'calculator') run('agree');
  else if (does === 'note') run('note');
  else if (does === 'hold') work.tool.value = { kind: 'hold', reason, until };
  else if (does === 'lift') work.tool.value = { kind: 'lift' };
  else work.tool.value = { kind: 'payment' };
}
