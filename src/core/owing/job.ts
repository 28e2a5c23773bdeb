import type { Subject } from './subject.ts';

/** Work that must reach the outside world; queued in the transaction that caused it. */
export type Job =
  /** `to`: the recipient, for whom one delivery is made after the other. `isReminder`: it lets answers to people go first. */
  | {
      readonly name: 'deliver';
      readonly data: { readonly delivery: string; readonly to?: string; readonly isReminder?: boolean };
    }
  /** `isOneOfMany`: it may wait until its platform takes more again, if its session is far enough. */
  | { readonly name: 'make-meeting'; readonly data: { readonly session: string; readonly isOneOfMany?: boolean } }
  | { readonly name: 'update-meeting'; readonly data: { readonly session: string } }
  | { readonly name: 'remove-meeting'; readonly data: { readonly platform: string; readonly meetingId: string } }
  | { readonly name: 'handle-webhook'; readonly data: { readonly event: string } }
  /** Removes meetings that no session knows. */
  | { readonly name: 'sweep-meetings'; readonly data: Readonly<Record<never, never>> }
  | { readonly name: 'attendance'; readonly data: { readonly session: string } }
  | { readonly name: 'refresh'; readonly data: { readonly about: Subject } };
