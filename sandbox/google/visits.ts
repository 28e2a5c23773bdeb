import { randomBytes } from 'node:crypto';
import type { ConferenceRecord, State, Visitor } from './state.ts';

/** Records are kept this long after the end: https://developers.google.com/workspace/meet/api/guides/conferences */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Who is in which Meet space, and who was. */
export interface Visits {
  /** Gives the visitor's id; undefined where there is no such space. */
  join(code: string, name: string, isSignedIn: boolean): string | undefined;
  leave(code: string, visitor: string): void;
  inside(code: string): readonly Visitor[];
  /** Newest first; old ones are gone. */
  records(code?: string): readonly ConferenceRecord[];
}

export function createVisits(options: { state: State; now: () => Date; changed: () => void }): Visits {
  const { state, now, changed } = options;
  const live = (code: string) => state.records.find((record) => record.code === code && record.endTime === undefined);
  const isInside = ({ visits }: Visitor) => visits.some(({ to }) => to === undefined);
  return {
    join(code, name, isSignedIn) {
      if (!state.codes.has(code)) return undefined;
      const at = now().toISOString();
      let record = live(code);
      if (!record) {
        record = { id: randomBytes(12).toString('hex'), code, startTime: at, visitors: [] };
        state.records.push(record);
      }
      // An account is known again; whoever only typed a name is somebody new each time.
      let visitor = record.visitors.find((one) => isSignedIn && one.isSignedIn && one.name === name);
      if (!visitor) {
        visitor = { id: randomBytes(8).toString('hex'), name, isSignedIn, visits: [] };
        record.visitors.push(visitor);
      }
      if (!isInside(visitor)) visitor.visits.push({ from: at });
      if (isSignedIn && state.recorded.has(code)) record.isRecorded = true;
      changed();
      return visitor.id;
    },
    leave(code, id) {
      const record = live(code);
      const visit = record?.visitors.find((one) => one.id === id)?.visits.find(({ to }) => to === undefined);
      if (!record || !visit) return;
      visit.to = now().toISOString();
      if (!record.visitors.some(isInside)) record.endTime = visit.to;
      changed();
    },
    inside: (code) => live(code)?.visitors.filter(isInside) ?? [],
    records: (code) =>
      state.records
        .filter((record) => code === undefined || record.code === code)
        .filter(({ endTime }) => endTime === undefined || Date.parse(endTime) + KEPT_MS > now().getTime())
        .toReversed(),
  };
}

/** When somebody first came and last left; no end while they are inside. */
export function span({ visits }: Visitor): { from: string; to: string | undefined } {
  const isInside = visits.some(({ to }) => to === undefined);
  return { from: visits[0]?.from ?? '', to: isInside ? undefined : visits.at(-1)?.to };
}
