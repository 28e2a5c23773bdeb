import { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { SlackConfig } from '../config/result.ts';
import { PATIENCE_MS, whyUnreachable } from './finding.ts';

/** What a question led to: an answer, or Slack's error code and why in words. */
export type Asked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: string; readonly why: string };

export interface SlackApi {
  identify(): Promise<
    Asked<{ user: string; team: string; botId: string | undefined; scopes: readonly string[] | undefined }>
  >;
  /** Undefined when Slack does not say. */
  appIdOf(botId: string | undefined): Promise<string | undefined>;
  /** With the app token. Nothing connects to what it gives, and Slack forgets it. */
  openConnection(): Promise<Asked<unknown>>;
  user(id: string): Promise<Asked<{ name: string; isDeactivated: boolean; isBot: boolean }>>;
  schedule(channel: string, text: string, at: Date): Promise<Asked<{ id: string }>>;
  unschedule(channel: string, id: string): Promise<Asked<unknown>>;
}

// https://docs.slack.dev/reference/methods/auth.test
const Identity = z.object({ user: z.string(), team: z.string(), bot_id: z.string().optional() });
// https://docs.slack.dev/reference/methods/bots.info
const Bot = z.object({ bot: z.object({ app_id: z.string() }) });
// https://docs.slack.dev/reference/methods/users.info
const User = z.object({
  user: z.object({ name: z.string(), deleted: z.boolean().default(false), is_bot: z.boolean().default(false) }),
});
// https://docs.slack.dev/reference/methods/chat.scheduleMessage
const Scheduled = z.object({ scheduled_message_id: z.string() });

const silent: webApi.Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => webApi.LogLevel.ERROR,
  setName() {},
};

/** The few methods that the doctor asks, without retries. */
export function createSlackApi({ botToken, appToken, apiUrl }: SlackConfig): SlackApi {
  const client = (token: string) =>
    new webApi.WebClient(token, {
      slackApiUrl: apiUrl,
      timeout: PATIENCE_MS,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: silent,
    });
  const bot = client(botToken);

  const ask = async <Value>(
    schema: z.ZodType<Value>,
    call: () => Promise<webApi.WebAPICallResult>,
  ): Promise<Asked<Value> & { scopes?: readonly string[] | undefined }> => {
    try {
      const answer = await call();
      const parsed = schema.safeParse(answer);
      if (!parsed.success) return { ok: false, code: 'not_understood', why: 'its answer is not one of Slack’s' };
      return { ok: true, value: parsed.data, scopes: answer.response_metadata?.scopes };
    } catch (error) {
      return failure(error);
    }
  };

  return {
    identify: async () => {
      const asked = await ask(Identity, () => bot.auth.test());
      if (!asked.ok) return asked;
      const { user, team, bot_id: botId } = asked.value;
      return { ok: true, value: { user, team, botId, scopes: asked.scopes } };
    },
    appIdOf: async (botId) => {
      if (!botId) return undefined;
      const asked = await ask(Bot, () => bot.bots.info({ bot: botId }));
      return asked.ok ? asked.value.bot.app_id : undefined;
    },
    openConnection: () => ask(z.unknown(), () => client(appToken ?? '').apps.connections.open({})),
    user: async (id) => {
      const asked = await ask(User, () => bot.users.info({ user: id }));
      if (!asked.ok) return asked;
      const { name, deleted, is_bot } = asked.value.user;
      return { ok: true, value: { name, isDeactivated: deleted, isBot: is_bot } };
    },
    schedule: async (channel, text, at) => {
      const post_at = Math.floor(at.getTime() / 1000);
      const asked = await ask(Scheduled, () => bot.chat.scheduleMessage({ channel, text, post_at }));
      return asked.ok ? { ok: true, value: { id: asked.value.scheduled_message_id } } : asked;
    },
    unschedule: (channel, scheduled_message_id) =>
      ask(z.unknown(), () => bot.chat.deleteScheduledMessage({ channel, scheduled_message_id })),
  };
}

function failure(error: unknown): { ok: false; code: string; why: string } {
  const fields = z
    .object({ code: z.string(), data: z.object({ error: z.string() }).optional(), statusCode: z.number().optional() })
    .safeParse(error);
  const { code = '', data, statusCode } = fields.success ? fields.data : {};
  if (data) return { ok: false, code: data.error, why: `Slack answers ${data.error}` };
  if (code === webApi.ErrorCode.RateLimitedError) {
    return { ok: false, code: 'ratelimited', why: 'Slack wants to be asked less often' };
  }
  if (statusCode !== undefined) return { ok: false, code: 'http', why: `it answers with HTTP ${statusCode}` };
  return { ok: false, code: 'unreachable', why: whyUnreachable(error) };
}
