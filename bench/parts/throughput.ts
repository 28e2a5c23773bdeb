import { openHouse } from '../house.ts';
import { knowEverybody } from '../know.ts';
import { perSecond } from './at-once.ts';
import { writtenByHand } from './by-hand.ts';
import type { Part, Row } from './part.ts';

const JOURNEYS = 400;
const DAY = 86_400_000;

/** How many requests and confirmations a second one process takes in, eight at once, beside the same reads and rows by hand, in the same database. */
export const throughput: Part = {
  title: 'Requests and confirmations a second, eight at once, on PostgreSQL',
  run: async ({ server }) => {
    const { ours, byHand } = await takenIn(server);
    const row = (what: string, ours: number, theirs: number): Row => ({
      what,
      figures: { 'a second': ours.toFixed(0), 'by hand': theirs.toFixed(0), ratio: (ours / theirs).toFixed(2) },
    });
    return [
      row('requests', ours.requests, byHand.requests),
      row('confirmations', ours.confirmations, byHand.confirmations),
    ];
  },
};

async function takenIn(server: string) {
  await using house = await openHouse({ database: 'postgresql', server, journeys: JOURNEYS });
  const { app, stage, organization } = house;
  const team = stage.slack.credentials.teamId;
  await knowEverybody(
    app.store,
    stage.cast,
    { organization, team, server: stage.discord.credentials.serverId },
    house.now(),
  );
  // What presses cause afterwards is measured by the other parts.
  await app.jobs.stop();
  const people = async (of: readonly { readonly id: string }[]) =>
    Promise.all(of.map(({ id }) => app.reception.recall({ chat: 'slack', space: team, userId: id }, false)));
  const learners = await people(stage.cast.slack.learners);
  const tutors = await people(stage.cast.slack.tutors);
  // At noon in UTC, which is within the hours of everybody here.
  const from = new Date(Math.ceil(house.now().getTime() / DAY) * DAY + 3.5 * DAY);
  const when = from.toISOString();
  // As autovacuum does within a minute: the database knows how large its tables are, and plans by it.
  const analyze = () => house.database.sql('ANALYZE');
  const request = async (index: number) => {
    const [learner, tutor] = [learners[index], tutors[index]];
    if (!learner || !tutor) throw new Error('nobody is there');
    await app.reception.run(learner, 'book-chosen', {
      tutor: tutor.person.id,
      subject: 'Algebra',
      when,
      length: '60',
    });
  };
  const requests = await perSecond(JOURNEYS, request, analyze);
  const ids = await house.database.sql<{ id: string; tutor: string }>('SELECT id, tutor_id AS tutor FROM session');
  const byTutor = new Map(ids.map(({ id, tutor }) => [tutor, id]));
  if (byTutor.size < JOURNEYS) throw new Error(`only ${byTutor.size} of ${JOURNEYS} requests came in`);
  const confirm = async (index: number) => {
    const tutor = tutors[index];
    const session = tutor && byTutor.get(tutor.person.id);
    if (tutor && session) await app.reception.run(tutor, 'confirm', { session, version: '1', platform: 'jitsi' });
  };
  const confirmations = await perSecond(JOURNEYS, confirm, analyze);
  const [{ count } = { count: 0 }] = await house.database.sql<{ count: number }>(
    `SELECT count(*)::int AS count FROM session WHERE state = 'confirmed'`,
  );
  if (count < JOURNEYS) throw new Error(`only ${count} of ${JOURNEYS} were confirmed`);
  if (house.database.kind !== 'server') throw new Error('it is measured on a server');
  const byHand = await writtenByHand({
    url: house.database.url,
    organization,
    analyze,
    pairs: learners.flatMap((learner, index) => {
      const tutor = tutors[index];
      return learner && tutor ? [{ learner: learner.person.id, tutor: tutor.person.id }] : [];
    }),
    from: new Date(from.getTime() + DAY),
  });
  return { ours: { requests, confirmations }, byHand };
}
