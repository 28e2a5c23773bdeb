import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { Send } from '../http.ts';
import { PlatformFailed } from '../platform.ts';
import { read, toFailure } from './errors.ts';

/** A token is not used in its last minutes: a request that is under way must not outlive it. */
const MARGIN_SECONDS = 120;

/** https://developers.zoom.us/docs/internal-apps/s2s-oauth/#use-account-credentials-to-get-an-access-token */
const Granted = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
  /** Separated by spaces. */
  scope: z.string().default(''),
});

export interface Token {
  readonly value: string;
  readonly scopes: ReadonlySet<string>;
  readonly askedAt: Date;
}

/** The access token of a Server-to-Server OAuth app. There is no refresh token: one just asks again. */
export interface Tokens {
  /**
   * One that is good for a while, and not older than that: scopes that the app got later are not in it. Who asks at the
   * same time shares one request.
   */
  current(maxAgeMs?: number): Promise<Token>;
  /** Zoom did not take this one: the next `current` asks for another. */
  forget(token: Token): void;
}

export interface Credentials {
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly oauthUrl: string;
}

export function createTokens(
  { accountId, clientId, clientSecret, oauthUrl }: Credentials,
  send: Send,
  now: Clock,
): Tokens {
  let cached: { token: Token; goodUntil: number } | undefined;
  let asking: Promise<Token> | undefined;

  const ask = async (): Promise<Token> => {
    const askedAt = now();
    const answer = await send(oauthUrl, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'account_credentials', account_id: accountId }).toString(),
    });
    // A wrong id, secret or account is a 400 or 401 here, and the app being switched off is one too.
    if (answer.status >= 400 && answer.status < 429) {
      throw new PlatformFailed('bad-credentials', false, { detail: toFailure(answer, now()).detail });
    }
    const granted = read(answer, Granted, now());
    const scopes = new Set(granted.scope.split(' ').filter(Boolean));
    const token: Token = { value: granted.access_token, scopes, askedAt };
    cached = { token, goodUntil: askedAt.getTime() + (granted.expires_in - MARGIN_SECONDS) * 1000 };
    return token;
  };

  return {
    current(maxAgeMs = Number.POSITIVE_INFINITY) {
      const at = now().getTime();
      const isGood = cached && at < cached.goodUntil && at - cached.token.askedAt.getTime() <= maxAgeMs;
      if (cached && isGood) return Promise.resolve(cached.token);
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    forget(token) {
      if (cached?.token === token) cached = undefined;
    },
  };
}
