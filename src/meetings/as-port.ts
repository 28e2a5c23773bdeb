import type { Clock } from '../core/clock.ts';
import type { MeetingPlatforms, Meetup } from '../core/meeting/platforms.ts';
import { type Failure, type Meetings, NoPlatform } from './index.ts';
import { type Details, PlatformFailed } from './platform.ts';

/** Where a platform does not say when it has room again. */
const DAY_SECONDS = 86_400;

/** The meeting platforms as the features use them: sessions and people on one side, details and failures on the other. */
export function asPort(meetings: Meetings, clock: Clock): MeetingPlatforms {
  return {
    make: async (meetup, { isPatient, mayWait }) => {
      try {
        const wanted = meetup.session.platformWanted;
        const { meeting, failures } = await meetings.make(wanted, detailsOf(meetup), { isPatient, mayWait });
        return { meeting, failures: failures.map(asData) };
      } catch (error) {
        if (!(mayWait && error instanceof PlatformFailed && error.why === 'quota-used-up')) throw error;
        return { waitUntil: new Date(clock().getTime() + (error.retryAfterSeconds ?? DAY_SECONDS) * 1000) };
      }
    },
    update: async (meetup, { passcode, host, ...meeting }) => {
      const platform = meetings.named(meeting.platform);
      const old = { ...meeting, passcode, ...(host !== undefined && { host }) };
      const made = await platform?.update(old, detailsOf(meetup)).catch((error: unknown) => {
        if (!(error instanceof PlatformFailed) || error.isTemporary) throw error;
        throw new NoPlatform([{ platform: meeting.platform, error }]);
      });
      return made && { ...meeting, ...made, host: made.host, madeAt: clock() };
    },
    remove: async (platform, meetingId) => meetings.named(platform)?.remove(meetingId),
    hopeless: (error) => (error instanceof NoPlatform ? error.failures.map(asData) : undefined),
    check: async (id) => {
      const platform = meetings.named(id);
      if (!platform) return 'not-set-up';
      try {
        await platform.check();
        return undefined;
      } catch (error) {
        if (error instanceof PlatformFailed) return asData({ platform: id, error });
        throw error;
      }
    },
    list: async (from, to) => {
      const found = await Promise.allSettled(
        meetings.platforms.map(async ({ id }) => {
          const list = (await meetings.named(id)?.list(from, to)) ?? [];
          return list.map(({ meetingId, session }) => ({ platform: id, meetingId, session }));
        }),
      );
      return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    },
  };
}

export function detailsOf({ session, tutor, people }: Meetup): Details {
  return {
    session: session.id,
    attempt: session.meetingAttempt,
    subject: session.subject,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    zone: tutor?.person.zone,
    tutorAccount: tutor?.platformAccount,
    tutorRoom: tutor?.ownRoom,
    attendees: people.flatMap(({ name, email }) => (email === undefined ? [] : [{ name, email }])),
    isRecorded: session.participants.every((one) => one.agreesToRecording === true),
  };
}

function asData({ platform, error }: Failure) {
  return { platform, why: error.why, detail: error.detail };
}
