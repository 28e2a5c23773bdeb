import { tellAdmins } from '../core/community/moderation.ts';
import type { Log } from '../core/log.ts';
import { isSeenByCheck, type MeetingPlatforms, type Meetup, type PlatformFailure } from '../core/meeting/platforms.ts';
import type { Owed } from '../core/owing/port.ts';
import { sessionSubject } from '../core/owing/subject.ts';
import { learners, type Meeting, type Session } from '../core/session/session.ts';
import type { SystemTransaction } from '../core/store.ts';
import type { SystemDeps } from '../features/shared/deps.ts';

/** How often the wanted platform is tried before another one is used: people wait for the link. */
const PATIENT_TRIES = 3;

const DAY = 86_400_000;

/** Longer than any job is tried: after that, what a session knows of its meeting is the truth. */
const SETTLED_AFTER_MS = 3_600_000;

/** Removals of one night. */
const SWEPT_MOST = 200;

/** Stands in the audit for what the bot did by itself. */
const BY = 'tutorline';

interface Attempt {
  readonly number: number;
  readonly isLast: boolean;
}

/** What is over by itself; everything else needs somebody. */
const PASSING: readonly string[] = ['rate-limited', 'unreachable', 'timed-out', 'broken'];

export interface MeetingJobs {
  /** `isOneOfMany`: it may be made another day, when its platform takes no more today and its session is far. */
  make(session: string, attempt: Attempt, isOneOfMany?: boolean): Promise<void>;
  update(session: string, attempt: Attempt): Promise<void>;
  remove(platform: string, meetingId: string): Promise<void>;
  /** Looks whether platforms that did not work do so again. */
  checkTroubled(): Promise<void>;
  /** Removes meetings of ours that no session knows: what a lost answer left behind. */
  sweep(): Promise<void>;
}

/** What the platforms have to do after Confirm, after a move, after a cancellation. All of it is safe to repeat. */
export function createMeetingJobs(deps: SystemDeps, platforms: MeetingPlatforms, log: Log): MeetingJobs {
  const { store, clock } = deps;

  async function meetupOf(session: Session): Promise<Meetup> {
    const people = await store.people(session.participants.map((one) => one.person));
    const tutor = session.tutor === undefined ? undefined : await store.tutor(session.tutor);
    return { session, tutor, people: [...people.values()] };
  }

  /** Everybody gets the link as a message of its own, so that it rings. The audit says where they really meet. */
  async function announce(
    tx: SystemTransaction,
    session: Session,
    meeting: Meeting,
    dedupeKey = String(session.meetingAttempt),
  ): Promise<void> {
    const now = clock();
    const { id, state } = session;
    const { platform, fallback } = meeting;
    await tx.setMeeting(id, meeting);
    // On the platform that was used instead nobody needs the host that was kept for the wanted one.
    if (meeting.host === undefined) await tx.releaseHost(id);
    const data = { platform, ...(fallback && { wanted: fallback.from, why: fallback.why }) };
    await tx.audit({ about: sessionSubject(id), by: BY, event: 'meeting', from: state, to: state, at: now, data });
    const about = sessionSubject(id);
    const owed = session.participants.map(
      ({ person }): Owed => ({ kind: 'meeting', to: { person }, about, dedupeKey }),
    );
    await tx.owe(owed, now);
    await tx.enqueue({ name: 'refresh', data: { about } });
  }

  /** The admins hear once that a platform does not work, and once that it does again. */
  async function noteTrouble(failures: readonly PlatformFailure[], working: string | undefined): Promise<void> {
    const now = clock();
    for (const { platform, why, detail } of failures) {
      log.warn({ platform, why, detail }, 'a meeting platform failed');
      const data = { why, detail: detail ?? '' };
      await store.transaction(async (tx) => {
        // The platform works, only not at that hour: once a day is often enough to hear of it.
        if (why === 'no-host-free') return tell(tx, 'platform-trouble', platform, data, `${why}-${dayOf(now)}`);
        const [known] = (await tx.troubles()).filter((one) => one.platform === platform);
        // Who was told to be patient has to hear that it takes more than that.
        if (known && PASSING.includes(known.why) && !PASSING.includes(why)) await tx.setTrouble(platform, undefined);
        if (await tx.setTrouble(platform, { why, detail, since: now }))
          await tell(tx, 'platform-trouble', platform, data);
      });
    }
    if (working === undefined) return;
    const [trouble] = (await store.troubles()).filter((one) => one.platform === working);
    if (!trouble) return;
    await store.transaction(async (tx) => {
      if (await tx.setTrouble(working, undefined))
        await tell(tx, 'platform-recovered', working, { since: trouble.since.getTime() });
    });
  }

  /** All organizations meet on the same platforms: the admins of each hear of it. */
  function tell(
    tx: SystemTransaction,
    kind: Owed['kind'],
    platform: string,
    data: Readonly<Record<string, string | number>>,
    dedupeKey = `${data['why'] ?? ''}-${clock().getTime()}`,
  ): Promise<void> {
    return tellAdmins(tx, undefined, { kind, about: { kind: 'platform', id: platform }, dedupeKey, data }, clock());
  }

  function discard(tx: SystemTransaction, { platform, meetingId }: Meeting): Promise<void> {
    return tx.enqueue({ name: 'remove-meeting', data: { platform, meetingId } });
  }

  /** The tick has it made when the platform takes more again, or when the session comes close. */
  async function wait(id: string, until: Date): Promise<void> {
    await store.transaction(async (tx) => {
      await tx.annotateSession(id, { meetingDueAt: until });
      await tx.enqueue({ name: 'refresh', data: { about: sessionSubject(id) } });
    });
  }

  /** The platform cannot bring the meeting to the new time: another one is made, there or elsewhere. */
  async function replace(session: Session, old: Meeting): Promise<void> {
    await store.transaction(async (tx) => {
      const current = await tx.lockSession(session.id);
      if (!isOn(current) || current.meeting?.meetingId !== old.meetingId) return;
      await tx.annotateSession(current.id, { meetingAttempt: current.meetingAttempt + 1 });
      await tx.setMeeting(current.id, undefined);
      await tx.releaseHost(current.id);
      await discard(tx, old);
      await tx.enqueue({ name: 'make-meeting', data: { session: current.id } });
      await tx.enqueue({ name: 'refresh', data: { about: sessionSubject(current.id) } });
    });
  }

  /** Something is being made or moved for the session, or was a moment ago: what it will know cannot be told yet. */
  async function isUnsettled(session: Session): Promise<boolean> {
    const last = (await store.auditOf(sessionSubject(session.id))).at(-1);
    return last !== undefined && clock().getTime() - last.at.getTime() < SETTLED_AFTER_MS;
  }

  const isOn = (session: Session | undefined): session is Session =>
    session?.state === 'confirmed' || session?.state === 'started';

  return {
    make: async (id, attempt, isOneOfMany = false) => {
      const session = await store.session(id);
      if (!isOn(session) || session.meeting) return;
      const isPatient = attempt.number < PATIENT_TRIES && !attempt.isLast;
      let made: Exclude<Awaited<ReturnType<MeetingPlatforms['make']>>, { waitUntil: Date }>;
      try {
        const mayWait = isOneOfMany && session.startsAt.getTime() - clock().getTime() > 2 * DAY;
        const answer = await platforms.make(await meetupOf(session), { isPatient, mayWait });
        if ('waitUntil' in answer) return await wait(id, answer.waitUntil);
        made = answer;
      } catch (error) {
        const failures = platforms.hopeless(error);
        if (!failures) throw error;
        await noteTrouble(failures, undefined);
        await store.transaction(async (tx) => {
          await tx.releaseHost(id);
          const anybody = learners(session).map((one) => one.person);
          const asked = session.tutor === undefined ? anybody : [session.tutor];
          const wanted = { kind: 'link-wanted', about: sessionSubject(id) } as const;
          const dedupeKey = String(session.meetingAttempt);
          await tx.owe(
            asked.map((person) => ({ ...wanted, to: { person }, dedupeKey })),
            clock(),
          );
        });
        return;
      }
      await noteTrouble(made.failures, made.meeting.platform);
      const { meeting } = made;
      await store.transaction(async (tx) => {
        const current = await tx.lockSession(id);
        if (isOn(current) && !current.meeting && current.meetingAttempt === session.meetingAttempt) {
          await announce(tx, current, meeting);
          // Moved while the platform was at it: what was made is for the old time.
          if (current.startsAt.getTime() !== session.startsAt.getTime())
            await tx.enqueue({ name: 'update-meeting', data: { session: id } });
          return;
        }
        if (current?.meeting?.meetingId === meeting.meetingId) return;
        // Cancelled, or asked for anew, while the platform was at it: nobody will use this one, nor its host.
        if (current?.meeting?.host === undefined) await tx.releaseHost(id);
        await discard(tx, meeting);
      });
    },

    update: async (id, attempt) => {
      const session = await store.session(id);
      if (!isOn(session) || !session.meeting) return;
      const old = session.meeting;
      let fresh: Meeting | undefined;
      try {
        fresh = await platforms.update(await meetupOf(session), old);
      } catch (error) {
        const failures = platforms.hopeless(error);
        if (!failures && attempt.number < PATIENT_TRIES && !attempt.isLast) throw error;
        await noteTrouble(failures ?? [], undefined);
        return replace(session, old);
      }
      await store.transaction(async (tx) => {
        const current = await tx.lockSession(id);
        if (isOn(current) && current.meeting?.meetingId === old.meetingId) {
          if (fresh) await announce(tx, current, { ...fresh, fallback: old.fallback }, `moved-${fresh.meetingId}`);
          await tx.enqueue({ name: 'refresh', data: { about: sessionSubject(id) } });
        } else if (fresh) await discard(tx, fresh);
      });
    },

    remove: (platform, meetingId) => platforms.remove(platform, meetingId),

    checkTroubled: async () => {
      for (const { platform, why, since } of await store.troubles()) {
        const isNewDay = why === 'quota-used-up' && dayOf(since) !== dayOf(clock());
        if (!isSeenByCheck(why) && !isNewDay) continue;
        const answer = await platforms.check(platform);
        if (answer === undefined) await noteTrouble([], platform);
      }
    },

    sweep: async () => {
      const now = clock().getTime();
      const found = await platforms.list(new Date(now), new Date(now + 61 * DAY));
      let removed = 0;
      for (const { platform, meetingId, session } of found) {
        const known = session === undefined ? undefined : await store.session(session);
        // An account may be shared with other installations: what is not about a session of ours is not ours to remove.
        if (!known || (await isUnsettled(known))) continue;
        // A meeting that is being made has no session that knows it yet: the next night will tell.
        const isWanted = isOn(known) && (!known.meeting || known.meeting.meetingId === meetingId);
        if (isWanted || removed >= SWEPT_MOST) continue;
        log.info({ platform, meetingId, session }, 'a meeting that its session does not know is removed');
        removed += 1;
        await store.transaction((tx) => tx.enqueue({ name: 'remove-meeting', data: { platform, meetingId } }));
      }
    },
  };
}

/** Limits of a day are counted in UTC. */
const dayOf = (at: Date) => at.toISOString().slice(0, 10);
