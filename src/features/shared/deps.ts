import type { Clock } from '../../core/clock.ts';
import type { MeetingPlatforms, PlatformChoice } from '../../core/meeting/platforms.ts';
import type { Rooms } from '../../core/meeting/rooms.ts';
import type { Feedback } from '../../core/outcome/feedback.ts';
import type { Drafts } from '../../core/people/drafts.ts';
import type { Offers } from '../../core/people/offers.ts';
import type { Settings } from '../../core/people/settings.ts';
import type { Recording } from '../../core/session/recording.ts';
import type { Sessions } from '../../core/session/sessions.ts';
import type { OrganizationReads, Reads, Store } from '../../core/store.ts';

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
  readonly feedback: Feedback;
  readonly recording: Recording;
  readonly offers: Offers;
  readonly settings: Settings;
  readonly rooms: Rooms;
  readonly drafts: Drafts;
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
}
