import { cleanAll } from '../core/clean.ts';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { MeetingPlatforms, Meetup } from '../core/meeting/platforms.ts';
import type { Contact } from '../core/people/person.ts';
import { isAgreed } from '../core/session/recording.ts';
import { type Failure, makeSomewhere, NoPlatform } from './fallback.ts';
import { type Details, PlatformFailed } from './platform.ts';
import type { Registry } from './registry.ts';
import { platformReports } from './reports.ts';

/** Where a platform does not say when it takes more again. */
const DAY_SECONDS = 86_400;

/** The meeting platforms as core knows them: sessions and people on one side, details and failures on the other. */
export function createMeetings(registry: Registry, clock: Clock, log: Log): MeetingPlatforms {
  const { platforms, named, standing } = registry;
  return {
    choices: platforms.map(({ id, name, tutorMustLogIn, togetherIn, records, linkFor, sendsInvitations }) => ({
      id,
      name,
      tutorMustLogIn,
      togetherIn,
      records,
      invites: sendsInvitations === true,
      roomsStay: linkFor === undefined,
    })),
    reports: () => platformReports(registry),
    roomAtOnce: ({ platformWanted }) => {
      const platform = platformWanted === undefined ? platforms[0] : named(platformWanted);
      const room = platform?.room?.();
      return (
        platform && room && { ...room, host: undefined, platform: platform.id, madeAt: clock(), fallback: undefined }
      );
    },
    make: async (meetup, how) => {
      try {
        const wanted = meetup.session.platformWanted;
        const { meeting, failures } = await makeSomewhere(registry, clock, wanted, detailsOf(meetup), how);
        const invited = named(meeting.platform)?.sendsInvitations && reachable(meetup).map(({ id }) => id);
        return { meeting: { ...meeting, ...(invited && { invited }) }, failures: failures.map(asData) };
      } catch (error) {
        if (!(how.mayWait && error instanceof PlatformFailed && error.why === 'quota-used-up')) throw error;
        return { waitUntil: new Date(clock().getTime() + (error.retryAfterSeconds ?? DAY_SECONDS) * 1000) };
      }
    },
    update: async (meetup, { passcode, host, ...meeting }) => {
      const old = { ...meeting, passcode, ...(host !== undefined && { host }) };
      // Who was not invited when it was made has another entry in their calendar by now.
      const { invited = [] } = meeting;
      const guests = { ...meetup, contacts: meetup.contacts.map((one) => uninvited(one, invited)) };
      const made = await named(meeting.platform)
        ?.update(old, { ...detailsOf(guests), ...(invited.length > 0 && { hadGuests: true }) })
        .catch((error: unknown) => {
          if (!(error instanceof PlatformFailed) || error.isTemporary) throw error;
          throw new NoPlatform([{ platform: meeting.platform, error }]);
        });
      return made && { ...meeting, ...made, host: made.host, madeAt: clock() };
    },
    areChanged: platforms.some((one) => one.sendsInvitations),
    whereNow: async ({ platform: id, meetingId }) => {
      const platform = named(id);
      if (!platform?.sendsInvitations) return undefined;
      try {
        const found = await platform.get(meetingId);
        return found ? found.startsAt : 'gone';
      } catch (error) {
        if (!(error instanceof PlatformFailed)) throw error;
        return undefined; // that it fails is told elsewhere
      }
    },
    remove: async (platform, meetingId) => standing(platform)?.remove(meetingId),
    hopeless: (error) => (error instanceof NoPlatform ? error.failures.map(asData) : undefined),
    check: async (id) => {
      const platform = named(id);
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
        platforms.map(async (platform) => {
          const list = await platform.list(from, to);
          return list.map(({ meetingId, session }) => ({ platform: platform.id, meetingId, session }));
        }),
      );
      return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    },
    roomLink: async (session, { id, name }) => {
      const { meeting } = session;
      if (!meeting) throw new Error(`session ${session.id} has no room yet`);
      const guest = { person: id, name, isTutor: session.tutor === id };
      const details = detailsOf({ session, tutor: undefined, contacts: [] });
      return (await named(meeting.platform)?.linkFor?.(meeting, guest, details)) ?? meeting.url;
    },
    hostLink: async ({ meeting }) => {
      try {
        return meeting && (await named(meeting.platform)?.hostLink?.(meeting.meetingId));
      } catch (error) {
        if (!(error instanceof PlatformFailed)) throw error;
        log.warn({ why: error.why, detail: error.detail }, 'a platform gave no link for its host');
        return undefined;
      }
    },
    recorded: async (platform, meetingId) => {
      try {
        return cleanAll(await named(platform)?.recorded?.(meetingId));
      } catch (error) {
        if (!(error instanceof PlatformFailed) || error.isTemporary) throw error;
        log.warn({ platform, why: error.why, detail: error.detail }, 'a platform does not say what it recorded');
        return undefined;
      }
    },
    whoCame: async (platform, meetingId) => {
      try {
        return cleanAll(await named(platform)?.attendance?.(meetingId));
      } catch (error) {
        if (!(error instanceof PlatformFailed) || error.isTemporary) throw error;
        log.warn({ platform, why: error.why, detail: error.detail }, 'a platform does not say who came');
        return undefined;
      }
    },
  };
}

/** Those who confirmed an address. */
function reachable({ contacts }: Meetup) {
  return contacts.flatMap(({ person: { id, name, email } }) => (email === undefined ? [] : [{ id, name, email }]));
}

function uninvited({ person, accounts }: Contact, invited: readonly string[]): Contact {
  return { person: invited.includes(person.id) ? person : { ...person, email: undefined }, accounts };
}

function detailsOf(meetup: Meetup): Details {
  const { session, tutor, contacts } = meetup;
  return {
    session: session.id,
    attempt: session.meetingAttempt,
    subject: session.subject,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    zone: tutor?.person.zone,
    tutorAccount: tutor?.platformAccount,
    tutorRoom: tutor?.ownRoom,
    accounts: contacts.map(({ accounts }) => accounts),
    attendees: reachable(meetup).map(({ name, email }) => ({ name, email })),
    isRecorded: isAgreed(session),
  };
}

function asData({ platform, error }: Failure) {
  return { platform, why: error.why, detail: error.detail };
}
