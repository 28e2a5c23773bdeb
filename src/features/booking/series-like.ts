import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { blocked } from '../../core/series/plan.ts';
import { onTheWall } from '../../core/series/rule.ts';
import { nextStretch } from '../../core/series/series.ts';
import { lengthMinutes, participant, type Session } from '../../core/session/session.ts';
import type { Deps } from '../shared/deps.ts';
import { readerOf } from '../shared/reader.ts';
import type { Booking } from './booking.ts';
import { seriesPreview } from './series-preview.ts';
import { seriesWish } from './series-wish.ts';

/** The same as a session of before, from a week after it on; if that has passed, the first time after now. */
export function weekAfter(session: Session, by: Actor, deps: Deps): Booking {
  const zone = session.zone ?? by.person.zone ?? deps.defaultZone;
  let first = session.startsAt.toTemporalInstant().toZonedDateTimeISO(zone);
  do first = first.add({ weeks: 1 });
  while (first.epochMilliseconds <= deps.clock().getTime());
  return {
    tutor: session.tutor,
    subject: session.subject,
    length: String(lengthMinutes(session)),
    when: new Date(first.epochMilliseconds).toISOString(),
    ...(session.note !== '' && { note: session.note }),
  };
}

/**
 * A series runs out: the learner asks for the next stretch of the same rule with one press, and where something is in
 * the way looks at it first; the tutor says that they would go on.
 */
export const seriesGoOn = handler({
  input: z.object({ series: z.string().min(1).max(40) }),
  run: async (by, { series: id }, deps: Deps): Promise<Reply> => {
    const [before, sessions] = await Promise.all([deps.store.series(id), deps.store.sessionsOfSeries(id)]);
    const last = sessions.at(-1);
    const me = last && participant(last, by.person.id);
    if (!before || !last || !me) throw new Refusal('no-such-session', {});
    const { words } = readerOf(by);
    if (me.role === 'tutor') {
      await deps.series.offerToGoOn(by, id);
      return { kind: 'private', message: { text: words.series.offered } };
    }
    if (before.goesOnIn !== undefined) throw new Refusal('series-goes-on', {});
    const rule = nextStretch(before);
    const startsAt = onTheWall(Temporal.PlainDateTime.from(rule.first), rule.zone);
    const booking: Booking = {
      tutor: last.tutor,
      subject: last.subject,
      length: String(lengthMinutes(last)),
      repeat: `${rule.every} times ${before.times}`,
      on: rule.zone,
      continues: id,
      when: startsAt.toISOString(),
    };
    const { tutor } = last;
    if (tutor === undefined) throw new Refusal('no-such-session', {});
    const wish = { tutor, subject: last.subject, startsAt, lengthMinutes: lengthMinutes(last), note: '' };
    const series = seriesWish(booking, wish, readerOf(by), deps);
    if (!series || blocked(await deps.series.plan(by, { ...series, tutor })).length > 0)
      return seriesPreview(by, booking, wish, deps);
    await deps.series.request(by, { ...series, tutor });
    const isBooked = before.goesOnBy !== undefined;
    return { kind: 'private', message: { text: isBooked ? words.series.booked : words.book.sent } };
  },
});
