import type { Chat } from '../conversation/chat.ts';
import { createPurge } from '../core/community/removals.ts';
import type { Log } from '../core/log.ts';
import type { Mailer } from '../core/mail.ts';
import { createByWebhook } from '../core/meeting/by-webhook.ts';
import type { MeetingPlatforms } from '../core/meeting/platforms.ts';
import { createDue } from '../core/owing/due.ts';
import type { Workers } from '../core/owing/job.ts';
import { createCallOff } from '../core/people/call-off.ts';
import type { Account } from '../core/people/person.ts';
import { createQuietPairs } from '../core/programmes/quiet-pairs.ts';
import { createOfferPlaces } from '../core/watch/waitlist.ts';
import type { SystemDeps } from '../features/shared/deps.ts';
import type { Notices } from '../features/shared/notices.ts';
import { createAfterQuiet } from './after-quiet.ts';
import { createAttendance } from './attendance.ts';
import { createChatTroubles } from './chat-troubles.ts';
import { createDigests } from './digest.ts';
import { createEachMinute } from './each-minute.ts';
import { createEventChanges } from './event-changes.ts';
import { createGrantRole } from './grant-role.ts';
import { createMakeMeeting } from './make-meeting.ts';
import { createNightly } from './nightly.ts';
import { createPost } from './post.ts';
import { createReadCalendars, type Elsewhere } from './read-calendar.ts';
import { createRecordings } from './recordings.ts';
import { createSlowMeetings } from './slow-meetings.ts';
import { createSweep } from './sweep.ts';
import { createTidyRooms } from './tidy-rooms.ts';
import { createTroubles } from './trouble.ts';
import { createUpdateMeeting } from './update-meeting.ts';
import { createWebhooks } from './webhooks.ts';

export interface WorkOptions {
  readonly notices: Notices;
  readonly chats: ReadonlyMap<string, Chat>;
  readonly meetings: MeetingPlatforms;
  readonly elsewhere: Elsewhere;
  readonly mailer: Mailer | undefined;
  /** Nobody is behind an account any more. */
  readonly left: (account: Account) => Promise<void>;
  /** Whether there are rooms that stand until they are removed. */
  readonly hasRooms: boolean;
  /** False while the database takes nothing. */
  readonly canGoOn: () => Promise<boolean>;
  readonly retentionDays: number | undefined;
  readonly digestAt: string | undefined;
  readonly log: Log;
}

/** All that the bot does by itself: its post, what its jobs do, and what it looks after each minute. */
export function createWork(
  deps: SystemDeps,
  { notices, chats, meetings, elsewhere, mailer, left, hasRooms, canGoOn, retentionDays, digestAt, log }: WorkOptions,
) {
  const { store, clock } = deps;
  const post = createPost(deps, notices, chats, left, mailer, log);
  const troubles = createTroubles(deps, meetings, log);
  const slowMeetings = createSlowMeetings(deps);
  const makeMeeting = createMakeMeeting(deps, meetings, troubles, slowMeetings);
  const updateMeeting = createUpdateMeeting(deps, meetings, troubles);
  const sweep = createSweep(deps, meetings, log);
  const byWebhook = createByWebhook(store, clock);
  const webhooks = createWebhooks(deps, byWebhook, log);
  const recordings = createRecordings(deps, meetings.recorded, byWebhook);
  const attendance = createAttendance(deps, meetings.whoCame, log);
  const readCalendars = createReadCalendars(deps, elsewhere);
  const eventChanges = createEventChanges(deps, meetings);
  const grantRole = createGrantRole(deps, chats);
  const purge = createPurge(store, deps.rights, clock);

  return {
    post,
    workers: {
      deliver: ({ delivery }, { spend }) => post.deliver(delivery, spend),
      mail: ({ delivery }) => post.mail(delivery),
      'look-at-events': () => eventChanges.look(),
      'read-calendar': ({ calendar }) => readCalendars.read(calendar),
      refresh: ({ about }) => post.refresh(about),
      'make-meeting': ({ session, isOneOfMany }, attempt) => makeMeeting(session, attempt, isOneOfMany),
      'update-meeting': ({ session }, attempt) => updateMeeting(session, attempt),
      'remove-meeting': ({ platform, meetingId }) => meetings.remove(platform, meetingId),
      'sweep-meetings': () => sweep(),
      'call-off': createCallOff(store, deps, clock),
      'grant-role': ({ person }) => grantRole(person),
      purge: ({ community }) => purge(community),
      'handle-webhook': ({ event }) => webhooks.handle(event),
      attendance: ({ session }, attempt) => attendance(session, attempt),
      recordings: ({ session }) => recordings(session),
    } satisfies Workers,
    eachMinute: createEachMinute(
      [
        webhooks.handleWaiting,
        createDue({ store, clock, log }),
        deps.offices.closeDue,
        deps.polls.closeDue,
        createQuietPairs(store, clock, deps.defaultZone),
        deps.series.lapseMoves,
        deps.learning.remindDue,
        createNightly({ ...deps, retentionDays }),
        createDigests(deps, chats, digestAt),
        createAfterQuiet(deps),
        readCalendars.due,
        eventChanges.due,
        createOfferPlaces(store, clock, deps.defaultZone, log),
        troubles.check,
        ...(hasRooms ? [createTidyRooms(deps)] : []),
        slowMeetings.look,
        createChatTroubles(deps, chats, log).check,
      ],
      canGoOn,
      log,
    ),
  };
}
