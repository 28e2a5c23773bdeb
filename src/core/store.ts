import type { AuditReads, AuditSearches, AuditWrites } from './audit.ts';
import type { CalendarReads, CalendarWrites } from './calendar/around.ts';
import type {
  ForeignCalendarClock,
  ForeignCalendarLookups,
  ForeignCalendarReads,
  ForeignCalendarWrites,
} from './calendar/foreign.ts';
import type { CommunityLookups, CommunityReads, CommunityWrites, RulesWrites } from './community/port.ts';
import type { CreditReads, CreditWrites } from './credits/port.ts';
import type { AimClock, AimReads, AimWrites } from './learning/port.ts';
import type { MeetingReads, MeetingWrites, WebhookReads, WebhookWrites } from './meeting/port.ts';
import type { ComplaintReads, ComplaintWrites } from './moderation/complaints.ts';
import type { MatterReads } from './owing/matter.ts';
import type { ClockWrites, DueReads, FateWrites, OwingReads, OwingWrites } from './owing/port.ts';
import type { BlockReads, BlockWrites } from './people/blocks.ts';
import type { LinkLookups, LinkReads, LinkWrites } from './people/links.ts';
import type { ObserverReads, ObserverWrites } from './people/observer.ts';
import type { Account, Person } from './people/person.ts';
import type { PeopleLookups, PeopleReads, PeopleSearches, PeopleWrites, Sighting } from './people/port.ts';
import type { SubjectSearches, SubjectWrites } from './people/subjects.ts';
import type { ProgrammeClock, ProgrammeReads, ProgrammeWrites } from './programmes/port.ts';
import type { ReportReads } from './report/report.ts';
import type { SeriesClock, SeriesReads, SeriesWrites } from './series/port.ts';
import type { HelpReads, HelpWrites } from './session/help-now.ts';
import type { SessionLookups, SessionReads, SessionWrites } from './session/port.ts';
import type { StatementLookups, StatementReads, StatementWrites } from './statement/statement.ts';
import type { RelayedReads, RelayedWrites } from './talk/port.ts';
import type { WatchReads, WatchSystemReads, WatchWrites } from './watch/port.ts';

/** What can be asked by the id of something. Asked of one organization, nothing of another is found. */
export interface Reads
  extends SessionReads,
    AuditReads,
    ForeignCalendarReads,
    SeriesReads,
    PeopleReads,
    MeetingReads,
    CommunityReads,
    LinkReads,
    BlockReads,
    ComplaintReads,
    CalendarReads,
    CreditReads,
    ObserverReads,
    ProgrammeReads,
    WatchReads,
    RelayedReads,
    AimReads,
    StatementReads,
    HelpReads {}

/** What can be asked of one organization: this is all that people's deeds see of the database. */
export interface OrganizationReads extends Reads, PeopleSearches, ReportReads, AuditSearches, SubjectSearches {}

/** What only the bot itself asks, of all organizations: by what does not say whose it is, and what belongs to none. */
export interface SystemReads
  extends Reads,
    ForeignCalendarLookups,
    SessionLookups,
    PeopleLookups,
    LinkLookups,
    WebhookReads,
    OwingReads,
    DueReads,
    CommunityLookups,
    StatementLookups,
    WatchSystemReads {}

/** Everything that happens together, or not at all. Inside it, ask it and nothing else. */
export interface Transaction
  extends Reads,
    ForeignCalendarWrites,
    SessionWrites,
    SeriesWrites,
    PeopleWrites,
    SubjectWrites,
    LinkWrites,
    BlockWrites,
    ComplaintWrites,
    MeetingWrites,
    OwingWrites,
    AuditWrites,
    RulesWrites,
    CalendarWrites,
    CreditWrites,
    ObserverWrites,
    ProgrammeWrites,
    WatchWrites,
    RelayedWrites,
    AimWrites,
    StatementWrites,
    HelpWrites {}

/** The same in one organization: what belongs to another cannot be locked either. */
export interface OrganizationTransaction extends Transaction, OrganizationReads {}

/** The same for the bot's own work. */
export interface SystemTransaction
  extends Transaction,
    SystemReads,
    WebhookWrites,
    CommunityWrites,
    ClockWrites,
    ProgrammeClock,
    AimClock,
    SeriesClock,
    ForeignCalendarClock {}

/** What people's deeds are done with: one organization. */
export interface OrganizationStore extends OrganizationReads {
  /** Everything in `work` happens, or nothing does. Inside, use `tx` alone, and no network. */
  transaction<T>(work: (tx: OrganizationTransaction) => Promise<T>): Promise<T>;
}

/** One statement each, so they can do without a transaction of their own. */
interface LoneWrites
  extends FateWrites,
    Pick<OwingWrites, 'enqueue'>,
    Pick<PeopleWrites, 'saveDraft' | 'settleDrafts'> {}

/** The whole database. For the bot's own work alone: jobs, the tick, webhooks, and links that say whose they are. */
export interface Store extends SystemReads, MatterReads, LoneWrites {
  /** One organization of it. `viewer`: whoever is apart from this person is not found when somebody is looked for. */
  of(organization: string, viewer?: string): OrganizationStore;
  /** Everything in `work` happens, or nothing does. Inside, use `tx` alone, and no network. */
  transaction<T>(work: (tx: SystemTransaction) => Promise<T>): Promise<T>;
  /**
   * Finds or adds the account and its person, and keeps name, locale and zone up to date. Who acts has another chance
   * to get DMs: what comes back still says that they were closed, the next time it does not.
   */
  recognise(
    sighting: Sighting & { readonly organization: string },
    at: Date,
  ): Promise<{ person: Person; account: Account }>;
}
