import { type Logger, webApi } from '@slack/bolt';
import type { Standing } from '../standing.ts';

/** Slack's Web API, once for each way in which a call may fail. None of them waits for a rate limit to pass. */
export interface Clients {
  /** While a trigger lives: gives up before it dies, and does not try twice. */
  readonly hurried: webApi.WebClient;
  /** For what may be done twice: opening, changing, publishing. */
  readonly steady: webApi.WebClient;
  /** For what may not: a post whose answer was lost has perhaps been seen, and only the job may decide to repeat it. */
  readonly posting: webApi.WebClient;
}

const TRIGGER_MS = 2500; // of the 3 s that a trigger lives
const TIMEOUT_MS = 10_000;
const REQUESTS_AT_ONCE = 20;

export function createClients(token: string, slackApiUrl: string, logger: Logger, standing: Standing): Clients {
  const client = (timeout: number, retries: number) =>
    new Client(standing, token, {
      slackApiUrl,
      logger,
      timeout,
      maxRequestConcurrency: REQUESTS_AT_ONCE,
      rejectRateLimitedCalls: true,
      retryConfig: { retries, minTimeout: 300, factor: 2, randomize: true },
    });
  return { hurried: client(TRIGGER_MS, 0), steady: client(TIMEOUT_MS, 3), posting: client(TIMEOUT_MS, 0) };
}

/** Slack does not know the token any more, or not for now: https://docs.slack.dev/reference/methods/auth.test#errors */
const TOKEN_REFUSED: readonly (string | undefined)[] = [
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
];

export function isTokenRefused(error: unknown): boolean {
  return TOKEN_REFUSED.includes(refusalCode(error));
}

/** Slack's client, whose errors say of which method they are, and which knows whether its token is good. */
class Client extends webApi.WebClient {
  readonly #standing: Standing;

  constructor(standing: Standing, ...made: ConstructorParameters<typeof webApi.WebClient>) {
    super(...made);
    this.#standing = standing;
  }

  override async apiCall(...call: Parameters<webApi.WebClient['apiCall']>): Promise<webApi.WebAPICallResult> {
    try {
      const answer = await super.apiCall(...call);
      this.#standing.clear('token');
      return answer;
    } catch (error) {
      if (isTokenRefused(error)) throw this.#standing.refused('token');
      throw error instanceof Error ? Object.assign(error, { path: call[0] }) : error;
    }
  }
}

/** Slack's code for why a call was refused: https://docs.slack.dev/reference/methods. Undefined for every other error. */
export function refusalCode(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}

/** Answers an interaction at its own address: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export async function respond(
  url: string,
  body: { readonly text: string; readonly blocks: readonly object[]; readonly replace_original: boolean },
): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ response_type: 'ephemeral', ...body }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await response.text();
  if (!response.ok) throw Object.assign(new Error('a response_url took no answer'), { status: response.status });
}
