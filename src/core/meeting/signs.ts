import { SETTLE_MINUTES } from '../limits.ts';
import { awaitedUntil } from '../session/lateness.ts';
import { isOn, type Session } from '../session/session.ts';

/** Something that a platform told of a meeting. They come twice, late, and in any order. */
export interface MeetingSign {
  readonly event: string;
  /** A meeting can be opened several times: which time it is, where the platform says so. */
  readonly occasion: string | undefined;
  /** When it happened, by the platform's clock. */
  readonly at: Date;
  /** When we heard of it. */
  readonly heardAt: Date;
}

/** What follows for the session: it starts, it ends, more has to be heard or waited for, or nothing. */
export type Verdict =
  | { readonly kind: 'start' | 'end'; readonly startedAt: Date; readonly at: Date }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'nothing' };

interface Occasion {
  readonly openedAt: Date;
  /** Undefined while people are in it. */
  readonly closedAt: Date | undefined;
  readonly heardAt: Date;
}

const OPENS: readonly string[] = ['started', 'joined'];
const MINUTE = 60_000;

/**
 * What all the signs of a session's meeting come to now. Nothing before its start counts: people try the room. An end
 * counts when it has stood for two minutes, because people re-enter.
 */
export function verdictOn(
  session: Pick<Session, 'state' | 'startsAt' | 'startedAt'> & Partial<Pick<Session, 'participants'>>,
  signs: readonly MeetingSign[],
  now: Date,
): Verdict {
  if (!isOn(session)) return { kind: 'nothing' };
  const occasions = occasionsOf(signs).filter(({ closedAt }) => !closedAt || closedAt > session.startsAt);
  const [first] = occasions;
  if (!first) return { kind: 'nothing' };
  const startedAt = between(first.openedAt, session.startsAt, now);
  const isRunning = occasions.some(({ closedAt }) => !closedAt);
  if (isRunning && session.state === 'started') return { kind: 'nothing' };
  if (now < session.startsAt) return { kind: 'wait', until: session.startsAt };
  if (isRunning) return { kind: 'start', startedAt, at: startedAt };
  const closedAt = latest(occasions.map((one) => one.closedAt ?? one.openedAt));
  const heardAt = latest(occasions.map((one) => one.heardAt));
  // Who waited and went for a moment is not the end, while somebody who said so is still to come.
  const awaited = awaitedUntil({ ...session, participants: session.participants ?? [] });
  const settled = new Date(latest([closedAt, heardAt]).getTime() + SETTLE_MINUTES * MINUTE);
  const until = awaited ? latest([settled, awaited]) : settled;
  if (now < until) return { kind: 'wait', until };
  return { kind: 'end', startedAt, at: between(closedAt, session.startedAt ?? startedAt, now) };
}

/** The times that the meeting was open, from the first to the last. */
function occasionsOf(signs: readonly MeetingSign[]): readonly Occasion[] {
  return [...Map.groupBy(signs, ({ occasion }) => occasion ?? '').values()]
    .flatMap((those) => {
      const opened = those.filter(({ event }) => OPENS.includes(event));
      const closed = those.filter(({ event }) => event === 'ended');
      if (opened.length + closed.length === 0) return [];
      const closedAt = closed.length === 0 ? undefined : latest(closed.map(({ at }) => at));
      const isOpenAgain = closedAt && opened.some(({ at }) => at > closedAt);
      return {
        openedAt: earliest([...opened, ...closed].map(({ at }) => at)),
        closedAt: isOpenAgain ? undefined : closedAt,
        heardAt: latest([...opened, ...closed].map(({ heardAt }) => heardAt)),
      };
    })
    .sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime());
}

const latest = (times: readonly Date[]) => new Date(Math.max(...times.map((time) => time.getTime())));
const earliest = (times: readonly Date[]) => new Date(Math.min(...times.map((time) => time.getTime())));
const between = (time: Date, from: Date, to: Date) => earliest([latest([time, from]), to]);
