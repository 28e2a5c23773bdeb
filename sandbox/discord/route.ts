import type { Commands } from './commands.ts';
import type { Form } from './form.ts';
import type { Gateway } from './gateway.ts';
import type { Interactions } from './interactions.ts';
import type { Messages, Upload } from './messages.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Voice } from './voice.ts';
import type { World } from './world.ts';

/** One request, taken apart. */
export interface Call {
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly form: Form;
  readonly uploads: readonly Upload[];
}

/** What is answered; without a body, 204 stands for "done". */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** One thing that Discord's API can do. */
export interface Route {
  readonly method: string;
  /** Parts of the path; `*` is a parameter. */
  readonly parts: readonly string[];
  /** False where the token in the path is the permission. */
  readonly needsBot: boolean;
  run(call: Call): Answer;
}

/** What the routes work on. */
export interface Rooms {
  readonly world: World;
  readonly gateway: Gateway;
  readonly messages: Messages;
  readonly commands: Commands;
  readonly interactions: Interactions;
  readonly rateLimits: RateLimits;
  readonly voice: Voice;
}

/** Answers with a body. */
export const ok = (body: unknown): Answer => ({ status: 200, body });
/** Answers that it is done. */
export const done: Answer = { status: 204 };

/** A route; `*` in its path is a parameter. */
export function route(method: string, path: string, run: (call: Call) => Answer, needsBot = true): Route {
  return { method, parts: path.split('/').slice(1), run, needsBot };
}
