import { refuse } from './errors.ts';
import { type Fields, requestedConference } from './event-body.ts';
import type { Faults } from './faults.ts';
import { SERVICE_ACCOUNT } from './settings.ts';
import type { Conference, State } from './state.ts';

/** The Meet links of events. */
export interface Conferences {
  /**
   * What comes of a body's `conferenceData`: undefined leaves what is there, null takes it away, and a request whose id
   * was used before is ignored. Version 0 does not look at it. Throws Google's refusal.
   */
  after(change: {
    readonly old: Conference | undefined;
    readonly asked: Fields['conferenceData'];
    readonly version: '0' | '1';
    readonly user: string;
  }): Conference | undefined;
  /** Each read brings a pending link nearer. */
  polled(conference: Conference | undefined): void;
}

/** https://developers.google.com/workspace/calendar/api/guides/create-events#conferencing */
export function createConferences(options: {
  readonly state: State;
  readonly faults: Faults;
  /** How often a new link is read as pending; undefined: it fails. */
  pendingPolls(): number | undefined;
}): Conferences {
  const { state, faults, pendingPolls } = options;
  const isStuck = () => faults.current() === 'pending-for-ever';
  return {
    after({ old, asked, version, user }) {
      if (version === '0' || asked === undefined) return old;
      if (asked === null) return undefined;
      const requestId = requestedConference(asked);
      if (requestId === undefined || requestId === old?.requestId) return old;
      if (user === SERVICE_ACCOUNT || faults.current() === 'no-meet-licence') throw refuse('conferenceType');
      const pollsLeft = pendingPolls();
      if (pollsLeft === undefined) return { requestId, code: '', state: 'failure', pollsLeft: 0 };
      const isPending = pollsLeft > 0 || isStuck();
      return { requestId, code: state.newCode(), state: isPending ? 'pending' : 'success', pollsLeft };
    },
    polled(conference) {
      if (conference?.state !== 'pending' || isStuck()) return;
      if (conference.pollsLeft > 0) conference.pollsLeft -= 1;
      else conference.state = 'success';
    },
  };
}
