import type { Clock } from '../clock.ts';
import { USUAL_LENGTH_MINUTES } from '../limits.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor, Person, Tutor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store.ts';
import type { Session } from './session.ts';
import { holdFor, newSession } from './steps.ts';

const MINUTE = 60_000;

/** Whom to meet now, and where. */
export interface Meet {
  readonly person: string;
  readonly platform: string;
  /** Where the tutor teaches nothing by name. */
  readonly subject: string;
  readonly lengthMinutes?: number;
}

/** Starts a session now: it holds both, it is confirmed, and the room is made. */
export function createMeetNow(store: Pick<Store, 'of'>, clock: Clock): (by: Actor, meet: Meet) => Promise<Session> {
  return async (by, { person: id, platform, subject, lengthMinutes = USUAL_LENGTH_MINUTES }) => {
    if (id === by.person.id) throw new Refusal('alone', {}, 'person');
    const ours = store.of(by.person.organization);
    const [me, them, other] = await Promise.all([ours.tutor(by.person.id), ours.tutor(id), ours.person(id)]);
    if (!me && !by.isAdmin) throw new Refusal('only-tutors', {});
    if (!other) throw new Refusal('unknown-person', { typed: '' }, 'person');
    const { tutor, learner, teaches } = whoTeaches(by.person, me, other, them);
    const startsAt = clock();
    const endsAt = new Date(startsAt.getTime() + lengthMinutes * MINUTE);
    const agreed = { tutor: tutor.id, candidates: [], subject: teaches ?? subject, note: '', startsAt, endsAt };
    const session: Session = {
      ...newSession(learner, agreed, startsAt),
      state: 'confirmed',
      confirmedAt: startsAt,
      platformWanted: platform,
    };
    await ours.transaction(async (tx) => {
      await tx.addSession(session);
      if (!(await holdFor(tx, by.person.id, session))) throw new Refusal('you-are-busy', {});
      if (!(await holdFor(tx, id, session))) throw new Refusal('person-busy', { name: other.name }, 'person');
      const about = sessionSubject(session.id);
      await tx.audit({ about, by: by.person.id, event: 'meet', to: session.state, at: startsAt });
      // The message with the link, sent before there is one, so that it rings at once: it is completed where it stands.
      await tx.owe(
        session.participants.map(({ person }) => ({ kind: 'meeting', to: { person }, about, dedupeKey: '1' })),
        startsAt,
      );
      await tx.enqueue({ name: 'make-meeting', data: { session: session.id } });
    });
    return session;
  };
}

/** Who starts it teaches, but for an admin who does not and meets somebody who does. */
function whoTeaches(me: Person, mine: Tutor | undefined, other: Person, theirs: Tutor | undefined) {
  if (!mine && theirs) return { tutor: other, learner: me, teaches: theirs.subjects[0] };
  return { tutor: me, learner: other, teaches: mine?.subjects[0] };
}
