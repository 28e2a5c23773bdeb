import type { Message } from '../../conversation/message.ts';
import type { GivenClosure } from '../../core/calendar/closures.ts';
import type { CalendarWriter } from '../../core/calendar/entry.ts';
import type { Pictures } from '../../core/calendar/pictures.ts';
import type { Clock } from '../../core/clock.ts';
import type { Community } from '../../core/community/community.ts';
import type { SettingUp } from '../../core/community/setting-up.ts';
import type { Core } from '../../core/create-core.ts';
import type { MeetingPlatforms, PlatformChoice } from '../../core/meeting/platforms.ts';
import type { Session } from '../../core/session/session.ts';
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

interface Parts extends Core {
  /** The whole days of a calendar file; undefined where the text is none. */
  readHolidays(
    text: string,
    now: Date,
  ): Promise<{ readonly days: readonly GivenClosure[]; readonly leftOut: number } | undefined>;
  readonly calendars: CalendarWriter;
  /** Whether Google can be asked when people are busy. */
  readonly canAskGoogle: boolean;
  /** Whether mail can be sent. */
  readonly canMail: boolean;
  /** What admins choose for their own community. */
  readonly settingUp: SettingUp;
  /** Posts in a channel of a community, to see whether the bot can. @returns its address; undefined where it cannot. */
  tryChannel(
    community: Pick<Community, 'chat' | 'space' | 'language'>,
    channel: string,
    message: Message,
  ): Promise<{ readonly url: string | undefined } | undefined>;
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
  /** The whiteboard of a session; undefined: there are none here, or it has no tutor yet. */
  readonly boardOf: (session: Session) => string | undefined;
  readonly pictures: Pictures;
  /** Whether the name in a link stands for an address in somebody's own network. Asks for a second at most. */
  leadsInside(url: string): Promise<boolean>;
}
