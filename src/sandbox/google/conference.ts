import { refuse } from './errors.ts';
import { type Fields, requestedConference } from './event-body.ts';
import type { Faults } from './faults.ts';
import { SERVICE_ACCOUNT } from './settings.ts';
import type { Conference, State } from './state.ts';

/** The Meet links of events. */
export interface Conferences {
  /** The id of the request that a body carries, or Google's refusal. Without version 1 it is not looked at. */
  requested(fields: Fields, version: '0' | '1', user: string): string | undefined;
  /** What comes of a request; one whose id was used before is ignored. */
  made(requestId: string | undefined, old: Conference | undefined): Conference | undefined;
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
  const isStuck = () => faults.current === 'pending-for-ever';
  return {
    requested(fields, version, user) {
      const requestId = version === '1' ? requestedConference(fields.conferenceData) : undefined;
      const hasNoMeet = user === SERVICE_ACCOUNT || faults.current === 'no-meet-licence';
      if (requestId !== undefined && hasNoMeet) throw refuse('conferenceType');
      return requestId;
    },
    made(requestId, old) {
      if (requestId === undefined || requestId === old?.requestId) return old;
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
