import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import { fitting, type Send } from '../http.ts';
import { PlatformFailed } from '../platform.ts';
import { toTokenFailure } from './errors.ts';

/** A token is not used in its last minutes: a request that is under way must not outlive it. */
const MARGIN_SECONDS = 120;
/** https://developers.google.com/identity/protocols/oauth2/service-account: an hour at most. */
const ASSERTION_SECONDS = 3600;
/** Whom assertions are for, also where they go through a proxy. */
const AUDIENCE = 'https://oauth2.googleapis.com/token';

export type GoogleCredentials =
  | {
      readonly kind: 'refresh-token';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly refreshToken: string;
    }
  /** `key`: the key file's JSON, or its path. `subject`: the user for whom it speaks. */
  | { readonly kind: 'service-account'; readonly key: string; readonly subject: string };

/** https://developers.google.com/identity/protocols/oauth2/web-server#offline */
const Granted = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
  /** What was agreed to, with spaces between. */
  scope: z.string().optional(),
});

const KeyFile = z.object({
  client_email: z.string(),
  private_key: z.string(),
  private_key_id: z.string().optional(),
  token_uri: z.string().default(AUDIENCE),
});

/** Access tokens of one account. */
export interface Tokens {
  /** One that is good for a while. Who asks at the same time shares one request. @throws PlatformFailed */
  current(): Promise<string>;
  /** Whether what it is for was agreed to; undefined: Google does not say. */
  isGranted(): Promise<boolean | undefined>;
  /** Google did not take this one: the next `current` asks for another. */
  forget(token: string): void;
}

/**
 * Signs in at `oauthUrl` by itself. google-auth-library would do it too, but sends the assertions of service accounts
 * to Google's own address, whatever it is told; its calls take the token as a header just as well.
 */
export function createTokens(options: {
  readonly credentials: GoogleCredentials;
  readonly oauthUrl: string;
  /** Asked for by service accounts; a refresh token has the scopes that were agreed to. */
  readonly scope: string;
  readonly now: Clock;
  readonly send: Send;
}): Tokens {
  const { credentials, oauthUrl, scope, now, send } = options;
  let cached: { readonly token: string; readonly goodUntil: number } | undefined;
  let asking: Promise<string> | undefined;

  const form = async (): Promise<Record<string, string>> => {
    if (credentials.kind === 'service-account') {
      const assertion = await assert(credentials, scope, now());
      return { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
    }
    const { clientId, clientSecret, refreshToken } = credentials;
    return {
      grant_type: 'refresh_token',
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: refreshToken,
    };
  };

  const asked = async () => {
    const askedAt = now().getTime();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams(await form()).toString();
    const answer = await send(oauthUrl, { method: 'POST', headers, body });
    if (answer.status !== 200) throw toTokenFailure(answer, now());
    const { access_token: token, expires_in: seconds, scope: scopes } = fitting(Granted, answer.body);
    cached = { token, goodUntil: askedAt + (seconds - MARGIN_SECONDS) * 1000 };
    return { token, scopes };
  };

  const current = () => {
    if (cached && now().getTime() < cached.goodUntil) return Promise.resolve(cached.token);
    asking ??= asked()
      .then(({ token }) => token)
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };

  return {
    current,
    async isGranted() {
      try {
        const { scopes } = await asked();
        return credentials.kind === 'service-account' || scopes?.split(' ').includes(scope);
      } catch (error) {
        if (error instanceof PlatformFailed && error.why === 'missing-permission') return false;
        throw error;
      }
    },
    forget(token) {
      if (cached?.token === token) cached = undefined;
    },
  };
}

/** https://developers.google.com/identity/protocols/oauth2/service-account#authorizingrequests */
async function assert(
  { key, subject }: Extract<GoogleCredentials, { kind: 'service-account' }>,
  scope: string,
  now: Date,
): Promise<string> {
  const file = await readKey(key);
  const iat = Math.floor(now.getTime() / 1000);
  const { private_key_id: kid } = file;
  const { SignJWT } = await import('jose');
  try {
    return await new SignJWT({ scope })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(kid && { kid }) })
      .setIssuer(file.client_email)
      .setSubject(subject)
      .setAudience(file.token_uri)
      .setIssuedAt(iat)
      .setExpirationTime(iat + ASSERTION_SECONDS)
      .sign(createPrivateKey(file.private_key));
  } catch {
    throw new PlatformFailed('bad-credentials', false, { detail: 'private_key is no private key in PEM' });
  }
}

/** Read anew each time, so that a new key needs no restart. What is wrong with it is said without quoting it. */
async function readKey(key: string): Promise<z.infer<typeof KeyFile>> {
  const refuse = (detail: string) => new PlatformFailed('bad-credentials', false, { detail });
  const text = key.trimStart().startsWith('{')
    ? key
    : await readFile(key, 'utf8').catch(() => {
        throw refuse('the key file of the service account cannot be read');
      });
  try {
    return KeyFile.parse(JSON.parse(text));
  } catch {
    throw refuse('the key file of the service account is not one: it needs client_email and private_key');
  }
}
