import { webApi } from '@slack/bolt';
import { RateLimited } from '../../conversation/chat.ts';
import { createGate } from '../../conversation/gate.ts';

/**
 * Makes one call of the Web API, unless Slack has asked to be left alone with its method. `channel`: where this posts.
 * @throws RateLimited, or what the call throws
 */
export type Pace = <T>(method: string, call: () => Promise<T>, channel?: string) => Promise<T>;

/** A channel takes about a message a second: https://docs.slack.dev/apis/web-api/rate-limits. Who is silent for longer has not met that. */
const CHANNEL_FORGETS_MS = 5000;
const CHANNELS_KNOWN = 1000;

/** Slack says how long to wait, but not whether one channel is meant or the whole workspace: that is known by where was just posted. */
export function createPace(now: () => number = performance.now.bind(performance)): Pace {
  const gate = createGate(now);
  const posted = new Map<string, number>();
  const isBusy = (channel: string) => now() - (posted.get(channel) ?? Number.NEGATIVE_INFINITY) < CHANNEL_FORGETS_MS;

  return async (method, call, channel) => {
    const bucket = `slack ${method}`;
    gate.pass(bucket);
    try {
      const answer = await call();
      if (channel !== undefined) {
        posted.delete(channel);
        posted.set(channel, now());
        if (posted.size > CHANNELS_KNOWN) posted.delete(posted.keys().next().value ?? channel);
      }
      return answer;
    } catch (error) {
      if (!(error instanceof webApi.WebAPIRateLimitedError)) throw error;
      if (channel !== undefined && isBusy(channel)) throw new RateLimited(error.retryAfter);
      throw gate.close(bucket, error.retryAfter);
    }
  };
}
