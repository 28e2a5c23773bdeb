import { listen } from '../../sandbox/server.ts';
import type { Traffic } from '../../sandbox/stand-in.ts';
import { createZoom as createStandIn, type Zoom, type ZoomStandInOptions } from '../../sandbox/zoom/index.ts';
import { createZoom, type ZoomOptions } from '../../src/meetings/zoom/zoom.ts';

/** Tutorline's side and Zoom's, with a clock that both follow and HTTP between them. */
export async function zoomStage(
  options: { standIn?: ZoomStandInOptions; zoom?: Partial<ZoomOptions>; saved?: unknown } = {},
) {
  let aheadMs = 0;
  const now = () => new Date(Date.parse('2026-11-30T12:00:00Z') + aheadMs);
  const traffic: Traffic[] = [];
  let origin = '';
  const standIn: Zoom = createStandIn(
    {
      now,
      origin: () => origin,
      changed: () => undefined,
      record: (request) => traffic.push(request),
      saved: options.saved,
    },
    { slowMs: 600, retryMinutes: [0, 0, 0], ...options.standIn },
  );
  const server = await listen({ port: 0, standIns: [standIn] });
  origin = server.origin;
  const { accountId, clientId, clientSecret, webhookSecret, apiPath, oauthPath } = standIn.credentials;
  const settings: ZoomOptions = {
    accountId,
    clientId,
    clientSecret,
    webhookSecret,
    hosts: [],
    apiUrl: `${origin}${apiPath}`,
    oauthUrl: `${origin}${oauthPath}`,
    now,
    timeoutMs: 300,
    pausesMs: [20, 60],
    ...options.zoom,
  };
  return {
    standIn,
    platform: createZoom(settings),
    settings,
    traffic,
    origin,
    now,
    moveOn: (ms: number) => {
      aheadMs += ms;
    },
    /** `POST /v2/users/me/meetings` and so on, without the token. */
    asked: () => traffic.map(({ method, path }) => `${method} ${path}`).filter((one) => !one.includes('/oauth/')),
    close: server.close,
  };
}

export type ZoomStage = Awaited<ReturnType<typeof zoomStage>>;
