import type { Channels } from './channels.ts';
import type { Files } from './files.ts';
import type { Tier } from './limits.ts';
import { explained, refusal } from './refusal.ts';
import type { State } from './state.ts';
import type { Triggers } from './triggers.ts';
import type { Json } from './types.ts';
import type { Views } from './views.ts';

/** The arguments of one call, whether they came as a form or as JSON. */
export interface Args {
  /** Undefined when it was left out or empty. */
  text(name: string): string | undefined;
  /** Refuses the call when it was left out. */
  need(name: string): string;
  isSet(name: string): boolean;
  /** Already parsed when it came as JSON inside a form. */
  json(name: string): unknown;
}

export interface Method {
  readonly tier: Tier | 'posting';
  /** Which kind of token may call it. */
  readonly token?: 'bot' | 'app';
  /** Any one of these is enough. */
  readonly scopes?: readonly string[];
  run(args: Args): Json;
}

/** What the methods work on. */
export interface Backstage {
  readonly state: State;
  readonly channels: Channels;
  readonly files: Files;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly newSocketUrl: () => string;
}

export function argsFrom(body: Json, isForm: boolean): Args {
  const text: Args['text'] = (name) => {
    const value = body[name];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'object') {
      throw explained('invalid_arguments', [`must provide a string [json-pointer:/${name}]`]);
    }
    return String(value);
  };
  return {
    text,
    need(name) {
      const value = text(name);
      if (value === undefined) {
        throw explained('invalid_arguments', [`missing required field: ${name} [json-pointer:/${name}]`]);
      }
      return value;
    },
    isSet: (name) => ['true', '1'].includes(String(body[name])),
    json(name) {
      const value = body[name];
      if (!isForm || typeof value !== 'string' || value === '') return value === '' ? undefined : value;
      try {
        return JSON.parse(value);
      } catch {
        return value;
      }
    },
  };
}

/** Refuses with `missing_scope` unless the app was given one of the scopes. */
export function needScope(state: State, scopes: readonly string[]): void {
  if (scopes.length === 0 || scopes.some((scope) => state.manifest.scopes.has(scope))) return;
  throw refusal('missing_scope', { needed: scopes.join(','), provided: [...state.manifest.scopes].join(',') });
}

/** One page of a list and where the next begins: https://docs.slack.dev/apis/web-api/pagination */
export function page<Item>(items: readonly Item[], args: Args): { items: Item[]; metadata: Json } {
  const limit = Number(args.text('limit') ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw refusal('invalid_limit');
  const cursor = args.text('cursor');
  const start = cursor ? Number(Buffer.from(cursor, 'base64').toString()) : 0;
  if (!Number.isInteger(start)) throw refusal('invalid_cursor');
  const end = start + limit;
  const next_cursor = end < items.length ? Buffer.from(String(end)).toString('base64') : '';
  return { items: items.slice(start, end), metadata: { next_cursor } };
}
