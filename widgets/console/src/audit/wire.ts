/** Who read or did what. Nothing of what was read. */

export interface AuditRow {
  seq: number;
  at: string;
  actor: { kind: 'staff' | 'service' | 'debtor' | 'system'; name: string | null };
  act: string;
  client: string | null;
  subject: { kind: string; id: string } | null;
  case: string | null;
  result: 'done' | 'refused';
}

export interface AuditPageOf {
  items: AuditRow[];
  more: boolean;
}
