import type { Availabilities } from '../../core/calendar/availabilities.ts';
import type { Closures, GivenClosure } from '../../core/calendar/closures.ts';
import type { CalendarWriter } from '../../core/calendar/entry.ts';
import type { ForeignCalendars } from '../../core/calendar/foreign.ts';
import type { Keeping } from '../../core/calendar/keeping.ts';
import type { Pictures } from '../../core/calendar/pictures.ts';
import type { Clock } from '../../core/clock.ts';
import type { Rules } from '../../core/community/rules.ts';
import type { Groups } from '../../core/groups/groups.ts';
import type { Offices } from '../../core/groups/offices.ts';
import type { Polls } from '../../core/groups/polls.ts';
import type { MeetingPlatforms, PlatformChoice } from '../../core/meeting/platforms.ts';
import type { Rooms } from '../../core/meeting/rooms.ts';
import type { Feedback } from '../../core/outcome/feedback.ts';
import type { Addresses } from '../../core/people/addresses.ts';
import type { Drafts } from '../../core/people/drafts.ts';
import type { Feeds } from '../../core/people/feeds.ts';
import type { Offers } from '../../core/people/offers.ts';
import type { Rights } from '../../core/people/rights.ts';
import type { Settings } from '../../core/people/settings.ts';
import type { Templates } from '../../core/people/templates.ts';
import type { SeriesWays } from '../../core/series/create-series.ts';
import type { HelpNow } from '../../core/session/help-now.ts';
import type { Recording } from '../../core/session/recording.ts';
import type { Sessions } from '../../core/session/sessions.ts';
import type { OrganizationReads, Reads, Store } from '../../core/store.ts';
import type { Waitlist } from '../../core/watch/waitlist.ts';

/** What the features are given. Everything else they need is core or conversation. */
export interface Deps extends Parts {
  /** What belongs to the organization of whoever acts, to be read: whatever is done, core does. */
  readonly store: OrganizationReads;
}

/** What the bot's own work is given: all organizations. */
export interface SystemDeps extends Parts {
  readonly store: Store;
}

/** What a card needs: it is made for who acts, and by the bot's own work to be kept true. */
export interface RenderDeps extends Parts {
  readonly store: Reads;
}

interface Parts {
  readonly sessions: Sessions;
  readonly series: SeriesWays;
  readonly feedback: Feedback;
  readonly recording: Recording;
  readonly groups: Groups;
  readonly polls: Polls;
  readonly offices: Offices;
  readonly offers: Offers;
  readonly templates: Templates;
  readonly availabilities: Availabilities;
  readonly keeping: Keeping;
  readonly waitlist: Waitlist;
  readonly helpNow: HelpNow;
  readonly closures: Closures;
  /** The whole days of a calendar file; undefined where the text is none. */
  readHolidays(
    text: string,
    now: Date,
  ): { readonly days: readonly GivenClosure[]; readonly leftOut: number } | undefined;
  readonly settings: Settings;
  /** What admins decide for the organization. */
  readonly rules: Rules;
  readonly rooms: Rooms;
  readonly drafts: Drafts;
  readonly addresses: Addresses;
  readonly feeds: Feeds;
  /** What people may ask of whoever stores things about them. */
  readonly rights: Rights;
  readonly foreignCalendars: ForeignCalendars;
  readonly calendars: CalendarWriter;
  /** Whether Google can be asked when people are busy. */
  readonly canAskGoogle: boolean;
  /** Whether mail can be sent. */
  readonly canMail: boolean;
  readonly clock: Clock;
  /** Those that are set up, in order of preference; at least one. */
  readonly platforms: readonly PlatformChoice[];
  /** The ways into their rooms, and how they are. */
  readonly meetings: Pick<MeetingPlatforms, 'roomLink' | 'hostLink' | 'reports'>;
  /** The organization's reminder leads, in minutes. */
  readonly reminderLeads: readonly number[];
  /** IANA zone for people of whom nothing better is known. */
  readonly defaultZone: string;
  /** Where `/j/` links lead, without a slash at the end; undefined: people get the room's own link. */
  readonly publicUrl: string | undefined;
  readonly pictures: Pictures;
  /** Whether the name in a link stands for an address in somebody's own network. Asks for a second at most. */
  leadsInside(url: string): Promise<boolean>;
}
