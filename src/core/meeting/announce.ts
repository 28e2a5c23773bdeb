import { tellCalendars } from '../calendar/tell.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Meeting, Session } from '../session/session.ts';
import { tell } from '../session/steps.ts';
import type { Transaction } from '../store.ts';

/** Stands in the audit for what the bot did by itself. */
export const BY = 'tutorline';

/** Who is told of the confirmation at once sees the link on the card; when it takes longer, they are told of it. */
const SOON_MS = 5 * 60_000;

/** The cards show the link; where it is news, everybody hears of it. The audit says where they really meet. */
export async function announce(
  tx: Transaction,
  session: Session,
  meeting: Meeting,
  at: Date,
  dedupeKey = String(session.meetingAttempt),
): Promise<void> {
  const { id, state } = session;
  const { platform, fallback } = meeting;
  await tx.setMeeting(id, meeting);
  // On the platform that was used instead nobody needs the host that was kept for the wanted one.
  if (meeting.host === undefined) await tx.releaseHost(id);
  const data = { platform, ...(fallback && { wanted: fallback.from, why: fallback.why }) };
  const about = sessionSubject(id);
  await tx.audit({ about, by: BY, event: 'meeting', from: state, to: state, at, data });
  await tx.enqueue({ name: 'refresh', data: { about } });
  const isFirst = dedupeKey === '1';
  // Of a series calendars know since its confirmation; but for those of whom it was thought that a platform invites them.
  if (!(isFirst && session.series) || fallback) await tellCalendars(tx, session, at, isFirst ? undefined : dedupeKey);
  // Of a series each gets its card when it has something to say.
  if (isFirst && session.series)
    return tx.owe(
      session.participants.map(({ person }) => ({ kind: 'occurrence' as const, to: { person }, about })),
      at,
    );
  if (isFirst && at.getTime() - (session.confirmedAt ?? at).getTime() < SOON_MS) return;
  const asked = isFirst ? { by: BY } : await lastAsked(tx, session);
  const news = { ...asked, at: session.startsAt.getTime() };
  await tell(tx, session, asked.by, { kind: 'link', dedupeKey, data: news }, at);
}

const ASKED: readonly string[] = ['new-link', 'make-again'];

/** Who wanted another link than the one before, and where that was. */
async function lastAsked(tx: Transaction, { id }: Session): Promise<{ by: string; name?: string; was?: string }> {
  const asked = (await tx.auditOf(sessionSubject(id))).findLast(({ event }) => ASKED.includes(event));
  // Where there was none, it is only news that there is one.
  if (!asked || asked.event === 'make-again') return { by: BY };
  const was = asked.data?.['platform'];
  const name = (await tx.person(asked.by))?.name;
  return { by: asked.by, ...(name !== undefined && { name }), ...(was !== undefined && { was: String(was) }) };
}
