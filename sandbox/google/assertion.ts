import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { z } from 'zod';
import { SERVICE_ACCOUNT, TOKEN_URL } from './settings.ts';

const KEY_ID = 'f00dcafe00000000000000000000000000000001';
const LONGEST_SECONDS = 3600;
/** How far the clocks may be apart. */
const SKEW_SECONDS = 300;

const Header = z.object({ alg: z.literal('RS256'), typ: z.literal('JWT').optional(), kid: z.string().optional() });
const Claims = z.object({
  iss: z.string(),
  sub: z.string().optional(),
  scope: z.string().default(''),
  aud: z.string(),
  iat: z.number().int(),
  exp: z.number().int(),
});
type Claims = z.infer<typeof Claims>;

/** A service account's key, made when it is first asked for. */
export interface ServiceAccountKey {
  /** The key file, as Google's console downloads it. */
  file(): string;
  /** What the assertion claims, or what Google says is wrong with it. */
  read(assertion: string, now: Date): Claims | string;
}

/** https://developers.google.com/identity/protocols/oauth2/service-account#authorizingrequests */
export function createServiceAccountKey(): ServiceAccountKey {
  let privateKey: string | undefined;
  const pem = () => {
    privateKey ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString();
    return privateKey;
  };
  return {
    file: () =>
      JSON.stringify({
        type: 'service_account',
        project_id: 'sandbox-project',
        private_key_id: KEY_ID,
        private_key: pem(),
        client_email: SERVICE_ACCOUNT,
        client_id: '100000000000000000001',
        auth_uri: 'https://accounts.google.com/o/oauth2/auth',
        token_uri: TOKEN_URL,
        universe_domain: 'googleapis.com',
      }),
    read(assertion, now) {
      const [head = '', body = '', signature = '', ...rest] = assertion.split('.');
      const header = Header.safeParse(decoded(head));
      const claims = Claims.safeParse(decoded(body));
      if (!header.success || !claims.success || rest.length > 0) return 'Invalid JWT: Failed to parse.';
      if (claims.data.iss !== SERVICE_ACCOUNT) return 'Invalid grant: account not found';
      const isSigned = verify(
        'RSA-SHA256',
        Buffer.from(`${head}.${body}`),
        createPublicKey(pem()),
        Buffer.from(signature, 'base64url'),
      );
      if (!isSigned || (header.data.kid ?? KEY_ID) !== KEY_ID) return 'Invalid JWT Signature.';
      if (claims.data.aud !== TOKEN_URL) return 'Invalid JWT: Failed audience check.';
      return isTimely(claims.data, now) ? claims.data : NOT_TIMELY;
    },
  };
}

const NOT_TIMELY =
  'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.';

function isTimely({ iat, exp }: Claims, now: Date): boolean {
  const seconds = now.getTime() / 1000;
  return exp > iat && exp - iat <= LONGEST_SECONDS && iat <= seconds + SKEW_SECONDS && exp > seconds - SKEW_SECONDS;
}

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}
