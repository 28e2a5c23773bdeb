import { dayIn } from '../calendar/wall-clock.ts';
import type { Clock } from '../clock.ts';
import { newCode, newId } from '../id.ts';
import { STATEMENT_DAYS_MOST, STATEMENT_SESSIONS_MOST } from '../limits.ts';
import { permit } from '../may/tasks.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { learners, lengthMinutes, type Session } from '../session/session.ts';
import type { OrganizationTransaction, Store } from '../store.ts';
import type { Line, Statement } from './statement.ts';

/** Statements of what tutors have taught. */
export interface Statements {
  /**
   * Makes one of a tutor's sessions from one day to another, and sends it to whoever asks: the tutor themself, or an admin.
   * Where nothing has changed since the last one, that is sent again.
   * @throws Refusal
   */
  make(by: Actor, asked: { readonly tutor: string; readonly from: string; readonly until: string }): Promise<Statement>;
}

interface Circumstances {
  readonly clock: Clock;
  /** IANA zone of tutors who have said none. */
  readonly defaultZone: string;
  /** Whether there is an address at which a code could be checked. */
  readonly canBeChecked: boolean;
}

const MINUTE = 60_000;

export function createStatements(store: Pick<Store, 'of'>, circumstances: Circumstances): Statements {
  const { clock } = circumstances;
  return {
    make: (by, asked) =>
      store.of(by.person.organization).transaction(async (tx) => {
        permit(by, 'make a statement', asked.tutor);
        await tx.lockPerson(asked.tutor); // one after the other, so that the same is not made twice
        const now = clock();
        const made = await statementOf(tx, by, asked, now, circumstances);
        const before = await tx.latestStatement(made.tutor, made.fromDay, made.untilDay);
        const isSame = before !== undefined && saying(before) === saying(made);
        const statement = isSame ? before : made;
        const about = { kind: 'person', id: made.tutor } as const;
        if (!isSame) {
          await tx.addStatement(made);
          const data = { statement: made.id, from: made.fromDay, until: made.untilDay };
          await tx.audit({ about, by: by.person.id, event: 'statement', at: now, data });
        }
        // Pressed twice it comes once, asked for again it comes again.
        const dedupeKey = `${statement.id} ${String(Math.floor(now.getTime() / MINUTE))}`;
        const data = { statement: statement.id };
        await tx.owe([{ kind: 'statement', to: { person: by.person.id }, about, dedupeKey, data }], now);
        return statement;
      }),
  };
}

/** @throws Refusal */
async function statementOf(
  tx: OrganizationTransaction,
  by: Actor,
  { tutor: id, from, until }: Parameters<Statements['make']>[1],
  now: Date,
  { defaultZone, canBeChecked }: Circumstances,
): Promise<Statement> {
  const tutor = await tx.person(id);
  if (!tutor) throw new Refusal('unknown-person', { typed: '' }, 'person');
  const zone = tutor.zone ?? defaultZone;
  const first = Temporal.PlainDate.from(from);
  // What is still to come is in none.
  const [last] = [Temporal.PlainDate.from(until), dayIn(now.getTime(), zone)].toSorted(Temporal.PlainDate.compare);
  if (!last || Temporal.PlainDate.compare(first, last) > 0) throw new Refusal('nothing-held', {});
  if (first.until(last).days >= STATEMENT_DAYS_MOST)
    throw new Refusal('period-too-long', { days: STATEMENT_DAYS_MOST }, 'period');
  const held = await sessionsOf(tx, id, first, last, zone);
  const lines = held.flatMap(lineOf);
  if (lines.length === 0) throw new Refusal('nothing-held', {});
  return {
    id: newId(),
    organization: tutor.organization,
    tutor: id,
    tutorName: tutor.name,
    fromDay: first.toString(),
    untilDay: last.toString(),
    zone,
    madeAt: now,
    madeBy: by.person.id,
    code: canBeChecked ? newCode() : undefined,
    minutes: lines.reduce((sum, line) => sum + line.minutes, 0),
    unsettled: held.filter(isUnsettled).length,
    lines,
  };
}

async function sessionsOf(
  tx: OrganizationTransaction,
  tutor: string,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  zone: string,
): Promise<readonly Session[]> {
  const midnight = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds);
  const found = await tx.sessions({
    person: tutor,
    states: ['ended'],
    startsFrom: midnight(first),
    startsBefore: midnight(last.add({ days: 1 })),
    order: 'soonest',
    limit: STATEMENT_SESSIONS_MOST + 1,
  });
  if (found.length > STATEMENT_SESSIONS_MOST)
    throw new Refusal('period-too-long', { days: STATEMENT_DAYS_MOST }, 'period');
  return found.filter((session) => session.tutor === tutor);
}

function lineOf(session: Session): readonly Line[] {
  const came = learners(session).filter(({ outcome }) => outcome === 'took-place');
  if (came.length === 0) return [];
  const { startsAt, subject } = session;
  const people = came.map(({ person }) => person);
  return [{ at: startsAt.getTime(), subject, minutes: lengthMinutes(session), learners: people }];
}

/** Nobody has said what became of it, or not the same: it may still have taken place. */
function isUnsettled(session: Session): boolean {
  const outcomes = learners(session).map(({ outcome }) => outcome ?? 'unknown');
  return !outcomes.includes('took-place') && outcomes.some((one) => one === 'unknown' || one === 'disputed');
}

/** What it says, by which two are the same. */
function saying({ tutorName, zone, code, unsettled, lines }: Statement): string {
  const said = lines.map(({ at, subject, minutes, learners: people }) => [at, subject, minutes, people]);
  return JSON.stringify([tutorName, zone, code !== undefined, unsettled, said]);
}
