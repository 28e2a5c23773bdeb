import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import { Refusal } from '../../core/refusal.ts';
import { lengthMinutes } from '../../core/session/session.ts';
import { receiptCard } from '../cards/session-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { readerOf, viewOf } from '../shared/reader.ts';
import { openTimes } from '../shared/times.ts';
import { keepBooking } from './booking.ts';

/** The next open times that are tried when the learner has something else at the first. */
const TIMES_TRIED = 20;

/** The same tutor, subject and length once more, at the tutor's next open time: one press. */
export const bookAgain = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session: id }, deps: Deps) => {
    const session = await mine(by, id, deps, 'book-again');
    const tutor = await deps.store.tutor(session.tutor ?? '');
    if (!tutor) throw new Refusal('unknown-tutor', { typed: '' });
    if (tutor.isPaused) throw new Refusal('tutor-paused', { tutor: tutor.person.name });
    const length = lengthMinutes(session);
    const reader = readerOf(by);
    const asked = await deps.store.sessions({ person: by.person.id, states: ['requested'] });
    const same = asked.find(
      (one) => one.tutor === session.tutor && one.subject === session.subject && lengthMinutes(one) === length,
    );
    // Pressed twice: the request is out already.
    if (same) return { kind: 'private', message: receiptCard(await viewOf(same, reader, deps), deps) };
    const starts = await openTimes([tutor], length, TIMES_TRIED, deps);
    const [first, last] = [starts[0], starts.at(-1)];
    const until = last === undefined ? undefined : new Date(last.getTime() + length * 60_000);
    const mineThen = first && until ? await deps.store.busy([by.person.id], first, until) : [];
    const startsAt = starts.find((start) =>
      mineThen.every((busy) => busy.endsAt <= start || busy.startsAt.getTime() >= start.getTime() + length * 60_000),
    );
    if (startsAt === undefined) {
      const draft = await keepBooking(
        by,
        { tutor: tutor.person.id, subject: session.subject, length: String(length) },
        deps,
      );
      return {
        kind: 'private',
        message: {
          text: reader.words.book.noOpenTime,
          actions: [
            {
              kind: 'button',
              label: reader.words.buttons.book,
              style: 'primary',
              target: { handler: 'book', input: { draft } },
            },
          ],
        },
      };
    }
    const wish = { tutor: tutor.person.id, subject: session.subject, startsAt, lengthMinutes: length, note: '' };
    const again = await deps.sessions.request(by, wish);
    return { kind: 'private', message: receiptCard(await viewOf(again, reader, deps), deps) };
  },
});
