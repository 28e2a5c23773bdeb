import type { FailureCode } from '../../../core/meeting/failure.ts';

/** Meeting platforms that do not work. */
export const platforms = {
  /** Why a meeting platform did not work, and what an admin can do. */
  platformFailures: {
    'not-set-up': (it: string) => `${it} isn’t set up any more. Add it to MEETING_PLATFORMS, or leave it out for good.`,
    'bad-credentials': (it: string) =>
      `${it} doesn’t accept the credentials. Check them in the settings; they may have expired or been revoked.`,
    'missing-permission': (it: string) =>
      `The app lacks a permission (scope) at ${it}. Add it where the app is registered, or to the bot’s role in the Discord server (View Channels, Manage Channels and Connect make voice rooms). npm run doctor says which.`,
    'not-in-server': (it: string) =>
      `Not everybody in the session is in one server of mine on ${it}. Nothing to do: they meet elsewhere.`,
    'too-many-rooms': (it: string) =>
      `No more channels fit into the server on ${it} (500 at most). Delete some that nobody needs; I remove those of sessions when they are over.`,
    'no-link': (it: string) =>
      `The account gets no video links from ${it}. Turn them on for it, or use one that has them; a service account needs GOOGLE_SUBJECT.`,
    'needs-paid-plan': (it: string) =>
      `The account’s plan at ${it} doesn’t cover this. Upgrade it, or choose another platform.`,
    'no-such-host': (it: string) => `${it} knows no account or calendar of a name in the settings. Correct the name.`,
    'no-host-free': (it: string) => `All hosts of ${it} were taken at that time. Add more to ZOOM_HOSTS.`,
    refused: (it: string) => `${it} refused the request. Check the account’s settings.`,
    'rate-limited': (it: string) => `${it} asked us to slow down. Nothing to do: I’ll try again.`,
    'quota-used-up': (it: string) =>
      `Today’s limit at ${it} is used up. It works again tomorrow; more hosts raise the limit.`,
    gone: (it: string) => `The meeting was deleted at ${it}.`,
    'in-progress': (it: string) => `People are in the meeting at ${it}.`,
    'wrong-address': (it: string) => `${it} isn’t at its address. Correct the address in the settings.`,
    'bad-certificate': (it: string) =>
      `The certificate of ${it} isn’t trusted, or has expired. Renew it on that server.`,
    unreachable: (it: string) => `${it} can’t be reached. Check its status page and your network.`,
    'timed-out': (it: string) => `${it} didn’t answer in time. Check its status page.`,
    broken: (it: string) => `${it} has an outage. Check its status page.`,
    'not-understood': (it: string) => `The answer of ${it} made no sense to me. Look into the log.`,
  } satisfies Readonly<Record<FailureCode, (platform: string) => string>>,
};
