import { createAvailabilities } from './calendar/availabilities.ts';
import { createClosures } from './calendar/closures.ts';
import { createForeignCalendars } from './calendar/foreign.ts';
import { createKeeping } from './calendar/keeping.ts';
import type { Clock } from './clock.ts';
import { createRules } from './community/rules.ts';
import { createCredits } from './credits/credits.ts';
import { createGroups } from './groups/groups.ts';
import { createOffices } from './groups/offices.ts';
import { createPolls } from './groups/polls.ts';
import { createLearning } from './learning/learning.ts';
import { OPEN_REQUESTS, type OpenRequests } from './limits.ts';
import { createRooms } from './meeting/rooms.ts';
import { createApplications } from './moderation/applications.ts';
import { createComplaints } from './moderation/complaints.ts';
import { createFeedback } from './outcome/feedback.ts';
import { createAddresses } from './people/addresses.ts';
import { createBlocks } from './people/blocks.ts';
import { createCare } from './people/care.ts';
import { createDrafts } from './people/drafts.ts';
import { createFeeds } from './people/feeds.ts';
import { createImports } from './people/imports.ts';
import { createLinking } from './people/linking.ts';
import { createObservers } from './people/observers.ts';
import { createOffers } from './people/offers.ts';
import { createRights } from './people/rights.ts';
import { createSettings } from './people/settings.ts';
import { createSubjects } from './people/subjects.ts';
import { createTemplates } from './people/templates.ts';
import { createProgrammes } from './programmes/programmes.ts';
import { createExports } from './report/exports.ts';
import { createSeries } from './series/create-series.ts';
import { createHelpNow } from './session/help-now.ts';
import { createRecording } from './session/recording.ts';
import { createSessions } from './session/sessions.ts';
import { createStatements } from './statement/statements.ts';
import type { Store } from './store.ts';
import { createTalk } from './talk/talk.ts';
import { createWaitlist } from './watch/waitlist.ts';

/** What the settings say about what people may do. */
export interface CoreSettings {
  readonly openRequests?: OpenRequests;
  /** How many tutors of an organization are approved without an admin. */
  readonly firstTutors?: number;
  /** IANA zone for people of whom nothing better is known. */
  readonly defaultZone: string;
  /** Whether mail can be sent. */
  readonly canMail: boolean;
  /** Whether there is an address at which a code could be checked. */
  readonly canBeChecked?: boolean;
  readonly foreignCalendars?: Parameters<typeof createForeignCalendars>[2];
  readonly freeBusy?: Parameters<typeof createForeignCalendars>[3];
  readonly roomAtOnce?: Parameters<typeof createSessions>[3];
}

/** All that people do, as the features and the bot's own work call it. */
export type Core = ReturnType<typeof createCore>;

export function createCore(
  store: Store,
  clock: Clock,
  {
    openRequests = OPEN_REQUESTS,
    firstTutors,
    defaultZone,
    canMail,
    canBeChecked = false,
    foreignCalendars,
    freeBusy,
    roomAtOnce,
  }: CoreSettings,
) {
  const sessions = createSessions(store, clock, openRequests, roomAtOnce);
  return {
    sessions,
    series: createSeries(store, clock, openRequests),
    feedback: createFeedback(store, clock),
    recording: createRecording(store, clock),
    groups: createGroups(store, clock),
    polls: createPolls(store, clock),
    offices: createOffices(store, clock),
    templates: createTemplates(store),
    offers: createOffers(store, clock, firstTutors),
    applications: createApplications(store, clock),
    availabilities: createAvailabilities(store, clock),
    keeping: createKeeping(store, clock),
    closures: createClosures(store, clock, defaultZone),
    waitlist: createWaitlist(store, sessions, clock),
    talk: createTalk(store, clock),
    learning: createLearning(store, clock),
    helpNow: createHelpNow(store, clock),
    settings: createSettings(store),
    /** What admins decide for the organization. */
    rules: createRules(store, clock),
    credits: createCredits(store, clock),
    /** What admins decide of subjects. */
    subjects: createSubjects(store, clock),
    /** What admins decide of tutors and people. */
    care: createCare(store, clock),
    /** Tables that admins give. */
    imports: createImports(store, clock),
    /** What admins take away. */
    exports: createExports(store, clock),
    observers: createObservers(store, clock),
    programmes: createProgrammes(store, clock, defaultZone),
    rooms: createRooms(store, clock),
    drafts: createDrafts(store, clock),
    addresses: createAddresses(store, clock, canMail),
    feeds: createFeeds(store),
    blocks: createBlocks(store, clock),
    complaints: createComplaints(store, clock),
    linking: createLinking(store, clock),
    /** What people may ask of whoever stores things about them. */
    rights: createRights(store, clock),
    statements: createStatements(store, { clock, defaultZone, canBeChecked }),
    foreignCalendars: createForeignCalendars(store, clock, foreignCalendars, freeBusy),
  };
}
