import type { OwedToAll } from '../owing/port.ts';
import type { Person } from '../people/person.ts';
import type { Community } from './community.ts';
import type { OrganizationRules } from './rules.ts';

/** What is asked about communities. */
export interface CommunityReads {
  /** What an organization has decided for its sessions. */
  rules(organization: string): Promise<OrganizationRules>;
  community(id: string): Promise<Community | undefined>;
  /** Those of an organization; without one, all that can be seen from here. */
  communities(organization?: string): Promise<readonly Community[]>;
}

/** What is asked where no organization is known yet. */
export interface CommunityLookups {
  organizations(): Promise<readonly string[]>;
  /** Some of the people of this community, from which the bot was removed, who are nowhere else. */
  peopleOnlyIn(community: string, limit: number): Promise<readonly Pick<Person, 'id' | 'organization'>[]>;
  /** What waits for an admin of this community and began to do so since then, the oldest first. */
  waitingForAdmins(community: string, since: Date): Promise<readonly WaitingCard[]>;
}

/** A card on which an admin has to act, whether a community was told of it, and where that is; undefined: it is not there yet. */
export interface WaitingCard {
  readonly card: Extract<
    OwedToAll,
    { kind: 'unanswered' | 'series-unanswered' | 'disputed' | 'application' | 'complaint' | 'platform-trouble' }
  >;
  readonly isOwed: boolean;
  readonly place: { readonly channel: string; readonly messageId: string } | undefined;
}

/** Where the bot was removed from. `arePeopleShared`: people are the same in all spaces of that chat. */
export interface RemovedFrom {
  readonly chat: string;
  readonly space: string;
  readonly arePeopleShared: boolean;
}

/** What admins decide about the roles and user groups of their community. */
export interface Roles {
  /** Whose people may ask for sessions from there; undefined: everybody. */
  readonly bookers: string | undefined;
  /** What whoever is approved as a tutor is given there; undefined: nothing. */
  readonly tutors: string | undefined;
}

/** What changes communities, inside a transaction. */
export interface CommunityWrites {
  /** Until the transaction ends nobody else changes communities: bots that start at once settle them one after another. */
  lockCommunities(): Promise<void>;
  addOrganization(id: string): Promise<void>;
  /** Adds it, or takes over what it is now; what its admins decided of roles stays. */
  putCommunity(community: Omit<Community, 'bookerGroup' | 'tutorRole' | 'removedAt'>): Promise<void>;
  /** What its admins have chosen; what is undefined stays. */
  setUpCommunity(
    id: string,
    chosen: { readonly channel: string | undefined; readonly language: string | undefined },
  ): Promise<void>;
  /**
   * The bot is not there any more (`at`), or is again: whoever was only there gets no messages meanwhile.
   * @returns who gets them again; undefined where it was so already, or there is no such community
   */
  markRemoved(where: RemovedFrom, at: Date | undefined): Promise<readonly string[] | undefined>;
  /** What is left of a community of which nobody is known any more. */
  forgetCommunity(id: string): Promise<void>;
  decideRoles(id: string, roles: Roles): Promise<void>;
  /** Takes it away, with what its channels were sent. */
  removeCommunity(id: string): Promise<void>;
}

/** What admins decide for their organization, inside a transaction. */
export interface RulesWrites {
  /** Until the transaction ends nobody else changes them. */
  lockRules(organization: string): Promise<void>;
  saveRules(organization: string, rules: OrganizationRules): Promise<void>;
}
