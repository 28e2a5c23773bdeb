import type { NoticeData } from '../owing/kinds.ts';
import { sessionSubject } from '../owing/subject.ts';
import { isOn, type Session, startedAtOnce } from '../session/session.ts';
import type { Transaction } from '../store.ts';

/**
 * Owes everybody in the session what their calendar has to know: that it is on, when it is now, or that it is off. Each
 * gets it in the way that they want, or not, as `calendarWay` says. `link`: only the way in is another one.
 */
export async function tellCalendars(tx: Transaction, session: Session, at: Date, link?: string): Promise<void> {
  // Nobody plans what happens now.
  if (startedAtOnce(session)) return;
  const { sequence } = session;
  const data = { sequence, at: at.getTime(), ...(link !== undefined && { isLink: true }) };
  const dedupeKey = link === undefined ? String(sequence) : `${sequence}-${link}`;
  const about = sessionSubject(session.id);
  await tx.owe(
    session.participants.map(({ person }) => ({ kind: 'calendar', to: { person }, about, dedupeKey, data })),
    at,
  );
}

/**
 * The same for somebody who has come into a session that has its room already: where the platform invites people, it
 * invites them as soon as the meeting is brought up to date, and else they get an entry of ours.
 */
export async function tellNewcomer(tx: Transaction, session: Session, person: string, at: Date): Promise<void> {
  const { meeting, sequence } = session;
  if (!meeting) return;
  const hasAddress = (await tx.person(person))?.email !== undefined;
  if (meeting.invited && hasAddress)
    return tx.setMeeting(session.id, { ...meeting, invited: [...new Set([...meeting.invited, person])] });
  // Of a course they get all in one file.
  if (session.series) return;
  const about = sessionSubject(session.id);
  const data = { sequence, at: at.getTime() };
  // Whoever left and comes back hears of it again.
  const dedupeKey = `${sequence}-${at.getTime()}`;
  await tx.owe([{ kind: 'calendar', to: { person }, about, dedupeKey, data }], at);
}

/** What becomes of several sessions, or of one that somebody has left, to the calendars of these people: all of it in one file. */
export async function tellCalendarsOfMany(
  tx: Transaction,
  sessions: readonly Session[],
  people: readonly string[],
  what: NoticeData<'calendars'>['what'],
  at: Date,
): Promise<void> {
  const ids = sessions.filter((one) => one.series !== undefined || one.meeting !== undefined).map(({ id }) => id);
  if (ids.length === 0) return;
  const data = { what, at: at.getTime(), sessions: ids };
  await tx.owe(
    people.map((person) => ({
      kind: 'calendars' as const,
      to: { person },
      about: { kind: 'person', id: person } as const,
      dedupeKey: `${what}-${at.getTime()}-${ids[0]}`,
      data,
    })),
    at,
  );
}

/**
 * What somebody else is to teach from now on leaves the calendar of whoever taught it. `before`: the sessions as they were.
 * Whom the platform had invited is told by the platform.
 */
export async function tellFormerTutors(tx: Transaction, before: readonly Session[], at: Date): Promise<void> {
  for (const [tutor, theirs] of Map.groupBy(before.filter(isOn), (session) => session.tutor)) {
    if (tutor === undefined) continue;
    const entered = theirs.filter(({ meeting }) => !meeting?.invited?.includes(tutor));
    await tellCalendarsOfMany(tx, entered, [tutor], 'left', at);
  }
}
