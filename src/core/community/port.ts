import type { OwedToAll } from '../owing/port.ts';
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
  /** What waits for an admin of this community and began to do so since then, the oldest first. */
  waitingForAdmins(community: string, since: Date): Promise<readonly WaitingCard[]>;
}

/** A card on which an admin has to act, and where it is in the moderation channel of a community; undefined: it is not there. */
export interface WaitingCard {
  readonly card: Extract<
    OwedToAll,
    { kind: 'unanswered' | 'series-unanswered' | 'disputed' | 'application' | 'platform-trouble' }
  >;
  readonly place: { readonly channel: string; readonly messageId: string } | undefined;
}

/** What changes communities, inside a transaction. */
export interface CommunityWrites {
  /** Until the transaction ends nobody else changes communities: bots that start at once settle them one after another. */
  lockCommunities(): Promise<void>;
  addOrganization(id: string): Promise<void>;
  /** Adds it, or takes over what it is now. */
  putCommunity(community: Community): Promise<void>;
  /** What its admins have chosen; what is undefined stays. */
  setUpCommunity(
    id: string,
    chosen: { readonly channel: string | undefined; readonly language: string | undefined },
  ): Promise<void>;
  /** Takes it away, with what its channels were sent. */
  removeCommunity(id: string): Promise<void>;
}

/** What admins decide for their organization, inside a transaction. */
export interface RulesWrites {
  saveRules(organization: string, rules: OrganizationRules): Promise<void>;
}
