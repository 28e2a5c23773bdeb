import { DiscordAPIError, HTTPError, RateLimitError, REST } from 'discord.js';
import type { z } from 'zod';
import type { DiscordConfig } from '../config/result.ts';
import { PATIENCE_MS, whyUnreachable } from './finding.ts';

/** Discord's own codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
export const UNKNOWN_CHANNEL = 10003;
export const UNKNOWN_GUILD = 10004;
export const MISSING_ACCESS = 50001;

/** What a question led to: an answer, or the HTTP status, Discord's code and why in words. */
export type Answered<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly status: number; readonly code: number; readonly why: string };

/** Asks Discord's REST API, without retries. */
export type DiscordApi = <Value>(path: `/${string}`, schema: z.ZodType<Value>) => Promise<Answered<Value>>;

export function createDiscordApi({ token, apiUrl }: DiscordConfig): DiscordApi {
  const rest = new REST({
    version: '10',
    api: apiUrl,
    timeout: PATIENCE_MS,
    retries: 0,
    rejectOnRateLimit: () => true,
  }).setToken(token);
  return async (path, schema) => {
    try {
      const parsed = schema.safeParse(await rest.get(path));
      if (parsed.success) return { ok: true, value: parsed.data };
      return { ok: false, status: 200, code: 0, why: 'its answer is not one of Discord’s' };
    } catch (error) {
      return failure(error);
    }
  };
}

function failure(error: unknown): Extract<Answered<never>, { ok: false }> {
  if (error instanceof DiscordAPIError) {
    const code = Number(error.code);
    return { ok: false, status: error.status, code, why: `Discord answers ${error.status}, code ${code}` };
  }
  if (error instanceof RateLimitError) {
    return { ok: false, status: 429, code: 0, why: 'Discord wants to be asked less often' };
  }
  if (error instanceof HTTPError) {
    return { ok: false, status: error.status, code: 0, why: `Discord answers with HTTP ${error.status}` };
  }
  return { ok: false, status: 0, code: 0, why: whyUnreachable(error) };
}
