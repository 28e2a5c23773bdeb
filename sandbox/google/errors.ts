/** An error as Google words it. */
export interface Refusal {
  readonly status: number;
  readonly domain: string;
  readonly reason: string;
  readonly message: string;
  /** The newer name of the status; the Meet API gives nothing else. */
  readonly name: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

const global = (status: number, name: string, reason: string, message: string): Refusal => ({
  status,
  domain: 'global',
  reason,
  message,
  name,
});
const usage = (status: number, reason: string, message: string): Refusal => ({
  status,
  domain: 'usageLimits',
  reason,
  message,
  name: 'RESOURCE_EXHAUSTED',
});

/** https://developers.google.com/workspace/calendar/api/guides/errors */
export const REFUSALS = {
  parseError: global(400, 'INVALID_ARGUMENT', 'parseError', 'Parse Error'),
  timeRangeEmpty: {
    ...global(400, 'INVALID_ARGUMENT', 'timeRangeEmpty', 'The specified time range is empty.'),
    domain: 'calendar',
  },
  /** For service accounts without delegation, and accounts without Meet: google-api-nodejs-client #2751, #3052, #3234. */
  conferenceType: global(400, 'INVALID_ARGUMENT', 'invalid', 'Invalid conference type value.'),
  noOrder: global(
    400,
    'INVALID_ARGUMENT',
    'badRequest',
    'The requested ordering is not available for the particular query.',
  ),
  authError: global(401, 'UNAUTHENTICATED', 'authError', 'Invalid Credentials'),
  loginRequired: global(401, 'UNAUTHENTICATED', 'required', 'Login Required.'),
  insufficientPermissions: global(
    403,
    'PERMISSION_DENIED',
    'insufficientPermissions',
    'Request had insufficient authentication scopes.',
  ),
  requiredAccessLevel: {
    ...global(403, 'PERMISSION_DENIED', 'requiredAccessLevel', 'You need to have writer access to this calendar.'),
    domain: 'calendar',
  },
  forbiddenForServiceAccounts: {
    ...global(
      403,
      'PERMISSION_DENIED',
      'forbiddenForServiceAccounts',
      'Service accounts cannot invite attendees without Domain-Wide Delegation of Authority.',
    ),
    domain: 'calendar',
  },
  notFound: global(404, 'NOT_FOUND', 'notFound', 'Not Found'),
  duplicate: global(409, 'ALREADY_EXISTS', 'duplicate', 'The requested identifier already exists.'),
  deleted: global(410, 'FAILED_PRECONDITION', 'deleted', 'Resource has been deleted'),
  conditionNotMet: global(412, 'FAILED_PRECONDITION', 'conditionNotMet', 'Precondition Failed'),
  userRateLimitExceeded: usage(403, 'userRateLimitExceeded', 'User Rate Limit Exceeded'),
  rateLimitExceeded: usage(403, 'rateLimitExceeded', 'Rate Limit Exceeded'),
  quotaExceeded: usage(403, 'quotaExceeded', 'Calendar usage limits exceeded.'),
  tooManyRequests: usage(429, 'rateLimitExceeded', 'Rate Limit Exceeded'),
  backendError: global(503, 'UNAVAILABLE', 'backendError', 'Backend Error'),
} satisfies Record<string, Refusal>;

/** Thrown inside the stand-in, answered by it. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

export function refuse(name: keyof typeof REFUSALS): Error {
  return new Refused(REFUSALS[name]);
}

/** A value that Google does not take; 400 with words of its own. */
export function invalid(message: string, reason = 'invalid'): Error {
  return new Refused(global(400, 'INVALID_ARGUMENT', reason, message));
}

export function refusalOf(error: unknown): Refusal | undefined {
  return error instanceof Refused ? error.refusal : undefined;
}

/** Both levels of an error: https://developers.google.com/workspace/calendar/api/guides/errors */
export function errorAnswer({ status, domain, reason, message, name, retryAfter }: Refusal): Response {
  return Response.json(
    { error: { errors: [{ domain, reason, message }], code: status, message, status: name } },
    { status, headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) } },
  );
}
