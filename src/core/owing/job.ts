import type { Subject } from './subject.ts';

/** Work that must reach the outside world; queued in the transaction that caused it. */
export type Job =
  /** `to`: the recipient, for whom one delivery is made after the other. `isReminder`: it lets answers to people go first; `isList`: it stands for those before it. */
  | {
      readonly name: 'deliver';
      readonly data: {
        readonly delivery: string;
        readonly to?: string;
        readonly isReminder?: boolean;
        readonly isList?: boolean;
      };
    }
  /** The same to an address of mail: on its way of its own, so that no other message waits for it. */
  | { readonly name: 'mail'; readonly data: { readonly delivery: string; readonly to: string } }
  /** Looks whether events are as they were made. */
  | { readonly name: 'look-at-events'; readonly data: Readonly<Record<never, never>> }
  /** Reads somebody's calendar elsewhere. */
  | { readonly name: 'read-calendar'; readonly data: { readonly calendar: string } }
  /** `isOneOfMany`: it may wait until its platform takes more again, if its session is far enough. */
  | { readonly name: 'make-meeting'; readonly data: { readonly session: string; readonly isOneOfMany?: boolean } }
  | { readonly name: 'update-meeting'; readonly data: { readonly session: string } }
  | { readonly name: 'remove-meeting'; readonly data: { readonly platform: string; readonly meetingId: string } }
  | { readonly name: 'handle-webhook'; readonly data: { readonly event: string } }
  /** Takes somebody out of all that is to come; with `from` only out of what they and that person have asked each other. */
  | {
      readonly name: 'call-off';
      readonly data: { readonly person: string; readonly organization: string; readonly from?: string };
    }
  /** Gives somebody who was approved as a tutor the role that their communities have for it. */
  | { readonly name: 'grant-role'; readonly data: { readonly person: string } }
  /** Forgets whoever was only in a community from which the bot was removed. */
  | { readonly name: 'purge'; readonly data: { readonly community: string } }
  /** Removes meetings that no session knows. */
  | { readonly name: 'sweep-meetings'; readonly data: Readonly<Record<never, never>> }
  | { readonly name: 'attendance'; readonly data: { readonly session: string } }
  /** Asks the platform of a session that is over for its recording, and for what was said. */
  | { readonly name: 'recordings'; readonly data: { readonly session: string } }
  /** `isFollowed`: a room is being made, and its own refresh may come in a moment. */
  | { readonly name: 'refresh'; readonly data: { readonly about: Subject; readonly isFollowed?: boolean } };

/** How often something may be done that a vendor counts, and how much of it at once after a rest. */
export interface Pace {
  readonly everySeconds: number;
  readonly atOnce: number;
}

export type DataOf<Name extends Job['name']> = Extract<Job, { name: Name }>['data'];

/** What a worker may want to know about the try that it makes. */
export interface Attempt {
  /** Counts from 1. That a vendor's wait was waited for is no try. */
  readonly number: number;
  /** Since the job was queued. */
  readonly ageMs: number;
  /** True when a failure now is final. */
  readonly isLast: boolean;
  /** Aborted when the job takes too long and when the program stops. */
  readonly signal: AbortSignal;
  /** A turn of the job's group was used up: the next comes when `pace` allows it, in all processes. */
  spend(pace: Pace): void;
}

/** Does the job. Throws to have it tried again, after `error.retryAfterSeconds` if it has that. */
export type Workers = { readonly [Name in Job['name']]: (data: DataOf<Name>, attempt: Attempt) => Promise<void> };
