import { createGoogle, type Google, type GoogleOptions } from '../../sandbox/google/index.ts';
import { type Listening, listen } from '../../sandbox/server.ts';
import type { Traffic } from '../../sandbox/stand-in.ts';

/** A Google that listens on a free port of this machine, with a clock to move and the traffic it saw. */
export interface GoogleStage {
  readonly google: Google;
  readonly origin: string;
  readonly traffic: Traffic[];
  readonly clock: { now: Date };
  /** As in the settings of the bot. */
  readonly settings: {
    readonly apiUrl: string;
    readonly oauthUrl: string;
    readonly meetApiUrl: string;
    readonly calendarId: string;
    readonly credentials: {
      readonly kind: 'refresh-token';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly refreshToken: string;
    };
  };
  close(): Promise<void>;
}

export async function googleStage(options: GoogleOptions = {}, saved?: unknown): Promise<GoogleStage> {
  const traffic: Traffic[] = [];
  const clock = { now: new Date('2026-11-20T09:00:00Z') };
  let host: Listening | undefined;
  const google = createGoogle(
    {
      now: () => clock.now,
      origin: () => host?.origin ?? '',
      changed: () => undefined,
      record: (seen) => traffic.push(seen),
      ...(saved !== undefined && { saved }),
    },
    options,
  );
  host = await listen({ port: 0, standIns: [google] });
  const { clientId, clientSecret, refreshToken, apiPath, tokenPath, meetApiPath } = google.credentials;
  return {
    google,
    origin: host.origin,
    traffic,
    clock,
    settings: {
      apiUrl: `${host.origin}${apiPath}`,
      oauthUrl: `${host.origin}${tokenPath}`,
      meetApiUrl: `${host.origin}${meetApiPath}`,
      calendarId: 'primary',
      credentials: { kind: 'refresh-token', clientId, clientSecret, refreshToken },
    },
    close: () => host.close(),
  };
}

/** Google's API asked by hand, so that every refusal shows. */
export interface Asking {
  /** The status and the body of an answer. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
  token(form?: Record<string, string>): Promise<Answered>;
}
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came
  readonly body: any;
}

/** Signed in once; `path` is below the sandbox's prefix, such as `calendar/v3/calendars/primary/events`. */
export function asking({ origin, settings }: GoogleStage): Asking {
  let signedIn: Promise<string> | undefined;
  const answered = async (response: Response): Promise<Answered> => {
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  const token: Asking['token'] = async (form) => {
    const { clientId, clientSecret, refreshToken } = settings.credentials;
    const usual = { client_id: clientId, client_secret: clientSecret, refresh_token: refreshToken };
    const body = new URLSearchParams(form ?? { grant_type: 'refresh_token', ...usual });
    return answered(await fetch(settings.oauthUrl, { method: 'POST', body }));
  };
  return {
    token,
    async ask(method, path, body, headers = {}) {
      const mine = () => (signedIn ??= token().then((answer) => answer.body.access_token));
      const authorization = headers.authorization ?? `Bearer ${await mine()}`;
      return answered(
        await fetch(`${origin}/sandbox/google/${path}`, {
          method,
          headers: { 'content-type': 'application/json', ...headers, authorization },
          ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        }),
      );
    },
  };
}
