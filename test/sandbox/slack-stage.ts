import { App, LogLevel, webApi } from '@slack/bolt';
import { type Listening, listen } from '../../sandbox/server.ts';
import { createSlack, type Slack, type SlackOptions } from '../../sandbox/slack/index.ts';
import type { Traffic } from '../../sandbox/stand-in.ts';

export const LENA = 'U0LENA0001';
export const THEO = 'U0THEO0003';
export const GRACE = 'U0GRACE005';

/** A Slack that listens on a free port of this machine, with a clock to move and the traffic it saw. */
export interface SlackStage {
  readonly slack: Slack;
  readonly origin: string;
  readonly traffic: Traffic[];
  readonly clock: { now: Date };
  /** Slack's own client, as the bot uses it; without retries, so that every refusal shows. */
  readonly client: webApi.WebClient;
  /** The real Bolt, connected through Socket Mode. */
  bolt(prepare: (app: App) => void): Promise<App>;
  close(): Promise<void>;
}

export async function slackStage(options: SlackOptions = {}, saved?: unknown): Promise<SlackStage> {
  const traffic: Traffic[] = [];
  const clock = { now: new Date('2026-11-20T09:00:00Z') };
  let host: Listening | undefined;
  const slack = createSlack(
    {
      now: () => clock.now,
      origin: () => host?.origin ?? '',
      changed: () => undefined,
      record: (seen) => traffic.push(seen),
      ...(saved !== undefined && { saved }),
    },
    { rateLimits: false, ...options },
  );
  host = await listen({ port: 0, standIns: [slack] });
  const slackApiUrl = `${host.origin}${slack.credentials.apiPath}`;
  const apps: App[] = [];
  return {
    slack,
    origin: host.origin,
    traffic,
    clock,
    client: new webApi.WebClient(slack.credentials.botToken, {
      slackApiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logLevel: LogLevel.ERROR,
      logger: silent,
    }),
    async bolt(prepare) {
      const { botToken: token, appToken } = slack.credentials;
      const app = new App({
        token,
        appToken,
        socketMode: true,
        clientOptions: { slackApiUrl },
        logger: silent,
      });
      prepare(app);
      await app.start();
      apps.push(app);
      return app;
    },
    async close() {
      await Promise.all(apps.map((app) => app.stop()));
      await host.close();
    },
  };
}

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};
