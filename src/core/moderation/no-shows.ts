import { tellAdmins } from '../community/moderation.ts';
import { NO_SHOWS } from '../limits.ts';
import type { Outcome, Session } from '../session/session.ts';
import type { Transaction } from '../store.ts';

const DAY = 86_400_000;

/**
 * Tells the admins of whoever has stayed away from several sessions within some weeks; `outcomes`: what was found of
 * which learners now. Nothing else follows from it by itself.
 */
export async function tellOfNoShows(
  tx: Transaction,
  { id, organization, tutor }: Pick<Session, 'id' | 'organization' | 'tutor'>,
  outcomes: ReadonlyMap<string, Outcome>,
  at: Date,
): Promise<void> {
  const learners = [...outcomes].flatMap(([learner, outcome]) => (outcome === 'learner-missing' ? [learner] : []));
  const isTutorMissing = [...outcomes.values()].includes('tutor-missing');
  const missing = [...learners, ...(isTutorMissing && tutor !== undefined ? [tutor] : [])];
  const since = new Date(at.getTime() - NO_SHOWS.withinDays * DAY);
  for (const person of missing) {
    const missed = await tx.missed(person, since);
    if (missed.length === 0 || missed.length % NO_SHOWS.most !== 0) continue;
    const name = (await tx.person(person))?.name ?? '';
    const sessions = missed.map(({ subject, startsAt }) => ({ subject, at: startsAt.getTime() }));
    const about = { kind: 'person', id: person } as const;
    await tellAdmins(tx, organization, { kind: 'no-shows', about, dedupeKey: id, data: { name, sessions } }, at);
  }
}
