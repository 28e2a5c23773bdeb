import { randomBytes } from 'node:crypto';
import type { ServiceAccountKey } from './assertion.ts';
import { refuse } from './errors.ts';
import {
  ACCOUNT,
  CLIENT_ID,
  CLIENT_SECRET,
  REFRESH_TOKEN,
  SCOPES,
  SERVICE_ACCOUNT,
  TOKEN_SECONDS,
} from './settings.ts';

/** Whom a token speaks for. */
export interface Bearer {
  /** The account, or the service account itself where it speaks for nobody else. */
  readonly user: string;
  readonly scopes: ReadonlySet<string>;
}

/** What the account has agreed to, or the domain's admin delegated. */
export interface Grants {
  readonly scopes: Set<string>;
  /** Domain-wide delegation is set up for the service account. */
  isDelegated: boolean;
}

export interface Tokens {
  /** https://oauth2.googleapis.com/token */
  grant(request: Request): Promise<Response>;
  /** Whom the request speaks for. Throws Google's refusal where it lacks each of these scopes. */
  bearer(request: Request, ...anyOf: readonly string[]): Bearer;
  /** Every access token dies at once. */
  expireAll(): void;
}

interface Issued extends Bearer {
  readonly expiresAt: number;
}

export function createTokens(options: {
  readonly now: () => Date;
  readonly key: ServiceAccountKey;
  readonly grants: Grants;
  /** The refresh token was revoked, or died after the seven days of a consent screen in testing; the key was deleted. */
  isRevoked(): boolean;
}): Tokens {
  const { now, key, grants, isRevoked } = options;
  const issued = new Map<string, Issued>();

  const issue = (user: string, scopes: readonly string[]) => {
    const token = `ya29.sandbox-${randomBytes(24).toString('base64url')}`;
    issued.set(token, { user, scopes: new Set(scopes), expiresAt: now().getTime() + TOKEN_SECONDS * 1000 });
    return Response.json({
      access_token: token,
      expires_in: TOKEN_SECONDS,
      scope: scopes.join(' '),
      token_type: 'Bearer',
    });
  };

  const refresh = (form: URLSearchParams) => {
    if (form.get('client_id') !== CLIENT_ID) return no(401, 'invalid_client', 'The OAuth client was not found.');
    if (form.get('client_secret') !== CLIENT_SECRET) return no(401, 'invalid_client', 'Unauthorized');
    if (form.get('refresh_token') !== REFRESH_TOKEN) return no(400, 'invalid_grant', 'Bad Request');
    if (isRevoked()) return no(400, 'invalid_grant', 'Token has been expired or revoked.');
    return issue(ACCOUNT, [...grants.scopes]);
  };

  const assert = (form: URLSearchParams) => {
    const claims = key.read(form.get('assertion') ?? '', now());
    if (typeof claims === 'string') return no(400, 'invalid_grant', claims);
    const scopes = claims.scope.split(' ').filter(Boolean);
    const isKnown = scopes.length > 0 && scopes.every((scope) => Object.values<string>(SCOPES).includes(scope));
    if (!isKnown) return no(400, 'invalid_scope', 'Invalid OAuth scope or ID token audience provided.');
    if (claims.sub === undefined) return issue(SERVICE_ACCOUNT, scopes);
    if (claims.sub !== ACCOUNT) return no(400, 'invalid_grant', 'Invalid email or User ID');
    if (isRevoked()) return no(400, 'invalid_grant', 'Invalid JWT Signature.');
    if (!grants.isDelegated || !scopes.every((scope) => grants.scopes.has(scope))) {
      return no(401, 'unauthorized_client', NOT_DELEGATED);
    }
    return issue(ACCOUNT, scopes);
  };

  return {
    async grant(request) {
      if (request.method !== 'POST') return new Response('Not Found', { status: 404 });
      if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) {
        return no(400, 'invalid_request', 'Could not determine client ID from request.');
      }
      const form = new URLSearchParams(await request.text());
      const kind = form.get('grant_type');
      if (kind === 'refresh_token') return refresh(form);
      if (kind === 'urn:ietf:params:oauth:grant-type:jwt-bearer') return assert(form);
      return no(400, 'unsupported_grant_type', `Invalid grant_type: ${kind ?? ''}`);
    },
    bearer(request, ...anyOf) {
      const token = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
      if (!token) throw refuse('loginRequired');
      const found = issued.get(token);
      if (!found || found.expiresAt <= now().getTime()) throw refuse('authError');
      if (!anyOf.some((scope) => found.scopes.has(scope))) throw refuse('insufficientPermissions');
      return found;
    },
    expireAll: () => issued.clear(),
  };
}

const NOT_DELEGATED =
  'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.';

function no(status: number, error: string, description: string): Response {
  return Response.json({ error, error_description: description }, { status });
}
