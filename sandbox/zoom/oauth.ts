import { randomBytes } from 'node:crypto';
import { APP } from './settings.ts';
import type { State } from './state.ts';

const LIFE_SECONDS = 3600;

/** https://developers.zoom.us/docs/internal-apps/s2s-oauth/ */
export function grantToken(state: State, request: Request, form: URLSearchParams, scopes: readonly string[]): Response {
  const refuse = (status: number, error: string, reason: string) => Response.json({ reason, error }, { status });
  const basic = request.headers.get('authorization')?.match(/^Basic (.+)$/)?.[1] ?? '';
  if (Buffer.from(basic, 'base64').toString() !== `${APP.clientId}:${APP.clientSecret}`) {
    return refuse(400, 'invalid_client', 'Invalid client_id or client_secret');
  }
  if (form.get('grant_type') !== 'account_credentials') {
    return refuse(400, 'unsupported_grant_type', 'unsupported grant type');
  }
  if (form.get('account_id') !== APP.accountId) return refuse(400, 'invalid_request', 'Bad Request');
  const token = `sandbox.${randomBytes(24).toString('base64url')}`;
  const now = state.stage.now().getTime();
  for (const [old, until] of state.tokens) if (until < now - 86_400_000) state.tokens.delete(old);
  state.tokens.set(token, now + LIFE_SECONDS * 1000);
  state.changed();
  return Response.json({
    access_token: token,
    token_type: 'bearer',
    expires_in: LIFE_SECONDS - 1,
    scope: scopes.join(' '),
    api_url: 'https://api.zoom.us',
  });
}
