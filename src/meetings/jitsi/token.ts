import type { JWTPayload, SignJWT } from 'jose';
import type { Details } from '../platform.ts';

/** How long a personal token is good before the start and after the end. */
const TOKEN_EARLY_MINUTES = 20;
const TOKEN_LATE_MINUTES = 60;

type Key = Parameters<SignJWT['sign']>[0];

/** What a Jitsi server asks of whoever enters: for one room, one person and a short window. */
export async function roomToken(
  header: { readonly alg: 'HS256' | 'RS256'; readonly kid?: string },
  key: Key,
  claims: JWTPayload & { readonly iss: string; readonly sub: string; readonly room: string },
  { startsAt, endsAt }: Pick<Details, 'startsAt' | 'endsAt'>,
): Promise<string> {
  // Loaded where it is used: most rooms ask for no token.
  const { SignJWT } = await import('jose');
  return new SignJWT({ ...claims, aud: 'jitsi' })
    .setProtectedHeader({ ...header, typ: 'JWT' })
    .setNotBefore(minutesFrom(startsAt, -TOKEN_EARLY_MINUTES))
    .setExpirationTime(minutesFrom(endsAt, TOKEN_LATE_MINUTES))
    .sign(key);
}

function minutesFrom(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}
