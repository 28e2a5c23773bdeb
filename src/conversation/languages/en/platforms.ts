import type { FailureCode } from '../../../core/meeting/failure.ts';

/** Meeting platforms that do not work. */
export const platforms = {
  /** Why a meeting platform did not work, and what an admin can do. */
  platformFailures: {
    'not-set-up': 'It isn’t set up any more. Add it to MEETING_PLATFORMS, or leave it out for good.',
    'bad-credentials':
      'Its credentials aren’t accepted. Check them in the settings; they may have expired or been revoked.',
    'missing-permission': 'The app lacks a permission (scope). Add it where the app is registered, then restart.',
    'no-link':
      'Its account gets no video links. Turn Google Meet on for it, or use one that has it; a service account needs GOOGLE_SUBJECT.',
    'needs-paid-plan': 'The account’s plan doesn’t cover this. Upgrade it, or choose another platform.',
    'no-such-host': 'An account or calendar in the settings doesn’t exist. Correct its name.',
    'no-host-free': 'All hosts were taken at that time. Add more to ZOOM_HOSTS.',
    refused: 'It refused the request. Check the account’s settings.',
    'rate-limited': 'It asked us to slow down. Nothing to do: I’ll try again.',
    'quota-used-up': 'Today’s limit is used up. It works again tomorrow; more hosts raise the limit.',
    gone: 'The meeting was deleted there.',
    'in-progress': 'People are in the meeting.',
    unreachable: 'It can’t be reached. Check its status page and your network.',
    'timed-out': 'It didn’t answer in time. Check its status page.',
    broken: 'It has a fault of its own. Check its status page.',
    'not-understood': 'Its answer made no sense to me. Look into the log.',
  } satisfies Readonly<Record<FailureCode, string>>,
};
