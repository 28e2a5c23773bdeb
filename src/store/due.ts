import type { LookedAfter } from '../core/owing/port.ts';
import type { SystemReads } from '../core/store.ts';
import type { Connection } from './connection.ts';

const DUE = {
  aims: 'aim WHERE remind_at <= $1',
  calendars: 'foreign_calendar WHERE due_at <= $1',
  offices: 'office WHERE closed_at IS NULL AND open_until <= $1',
  pairs: 'pair WHERE look_at <= $1',
  polls: 'poll WHERE closed_at IS NULL AND ends_at <= $1',
  'quiet hours': 'delivery WHERE wait_until <= $1',
} as const satisfies Record<LookedAfter, string>;

export function dueReads({ sql }: Pick<Connection, 'sql'>) {
  return {
    isDue: async (what, now) => (await sql(`SELECT FROM ${DUE[what]} LIMIT 1`, now)).length > 0,
  } satisfies Partial<SystemReads>;
}
