import type { Clock } from '../clock.ts';
import { follow } from '../may/may.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Meeting, Session } from '../session/session.ts';
import { locking, reread, tell } from '../session/steps.ts';
import type { Store } from '../store.ts';
import { OWN_LINK, safeRoom } from './own-room.ts';
import { discard, rehouse } from './rehouse.ts';

/** What a tutor, or an admin, can do about where a session meets. Each refuses with a `Refusal`. */
export interface Rooms {
  /** The choice before Confirm; where several tutors were asked, of this one alone. */
  choose(by: Actor, id: string, platform: string): Promise<Session>;
  /** Another room, on the same platform or on this one: the old link stops working. */
  renew(by: Actor, id: string, platform?: string): Promise<Session>;
  /** No platform worked before; perhaps one does now. */
  tryAgain(by: Actor, id: string): Promise<Session>;
  /** A link of their own, where no platform works. */
  useOwn(by: Actor, id: string, url: string): Promise<Session>;
}

export function createRooms(store: Store, clock: Clock): Rooms {
  const withSession = locking(store);
  return {
    choose: (by, id, platform) =>
      withSession(by, id, async (tx, session) => {
        follow(by, 'choose-platform', session, clock());
        if (session.tutor !== undefined) {
          await tx.annotateSession(id, { platformWanted: platform });
          return { ...session, platformWanted: platform };
        }
        await tx.chooseAsCandidate(id, by.person.id, platform);
        return { ...session, choices: { ...session.choices, [by.person.id]: platform } };
      }),

    renew: (by, id, platform) =>
      withSession(by, id, async (tx, session) => {
        const at = clock();
        follow(by, platform === undefined ? 'new-link' : 'other-platform', session, at);
        // On the platform where it is, not on the one that was wanted and could not be used.
        const where = platform ?? session.meeting?.platform;
        await rehouse(tx, session, { by: by.person.id, at, ...(where !== undefined && { platform: where }) });
        return reread(tx, id);
      }),

    tryAgain: (by, id) =>
      withSession(by, id, async (tx, session) => {
        const at = clock();
        follow(by, 'make-again', session, at);
        if (session.meeting) return session;
        await rehouse(tx, session, { by: by.person.id, at, event: 'make-again' });
        return reread(tx, id);
      }),

    useOwn: (by, id, url) =>
      withSession(by, id, async (tx, session) => {
        const at = clock();
        follow(by, 'own-link', session, at);
        const room = safeRoom(url);
        if (room === undefined) throw new Refusal('not-a-room', {}, 'url');
        // Another try has made one meanwhile.
        if (session.meeting) await discard(tx, session.meeting);
        await tx.setMeeting(id, ownMeeting(room, at));
        await tx.releaseHost(id);
        const about = sessionSubject(id);
        const was = session.meeting?.platform;
        const data = {
          by: by.person.id,
          name: by.person.name,
          at: session.startsAt.getTime(),
          ...(was !== undefined && { was }),
        };
        await tell(tx, session, by.person.id, { kind: 'link', dedupeKey: `own-${session.meetingAttempt}`, data }, at);
        const { state } = session;
        await tx.audit({ about, by: by.person.id, event: 'new-link', from: state, to: state, at });
        await tx.enqueue({ name: 'refresh', data: { about } });
        return reread(tx, id);
      }),
  };
}

function ownMeeting(url: string, madeAt: Date): Meeting {
  const none = { passcode: undefined, host: undefined, fallback: undefined };
  return { platform: OWN_LINK, meetingId: url, url, madeAt, ...none };
}
