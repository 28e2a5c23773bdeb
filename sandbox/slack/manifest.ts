import { z } from 'zod';
import type { SlackCommand } from './types.ts';

/** What an app may do in this workspace, from https://docs.slack.dev/reference/app-manifest. */
export interface Manifest {
  readonly commands: readonly SlackCommand[];
  readonly scopes: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly homeTab: boolean;
  readonly messagesTab: boolean;
  /** Whether people may write to the app in its messages tab. */
  readonly messagesWritable: boolean;
  readonly interactive: boolean;
}

const Schema = z.looseObject({
  features: z
    .looseObject({
      app_home: z
        .looseObject({
          home_tab_enabled: z.boolean().default(false),
          messages_tab_enabled: z.boolean().default(true),
          messages_tab_read_only_enabled: z.boolean().default(false),
        })
        .optional(),
      slash_commands: z
        .array(
          z.looseObject({
            command: z.string().regex(/^\/[^\s/]{1,31}$/),
            description: z.string().min(1).max(2000),
            usage_hint: z.string().max(1000).optional(),
            should_escape: z.boolean().default(false),
          }),
        )
        .max(50)
        .default([]),
    })
    .optional(),
  oauth_config: z
    .looseObject({ scopes: z.looseObject({ bot: z.array(z.string()).default([]) }).optional() })
    .optional(),
  settings: z
    .looseObject({
      event_subscriptions: z.looseObject({ bot_events: z.array(z.string()).default([]) }).optional(),
      interactivity: z.looseObject({ is_enabled: z.boolean() }).optional(),
    })
    .optional(),
});

/** Reads a parsed app manifest; throws zod's error when it is none. */
export function readManifest(parsed: unknown): Manifest {
  const { features, oauth_config, settings } = Schema.parse(parsed);
  const home = features?.app_home;
  return {
    commands: (features?.slash_commands ?? []).map(({ command, description, usage_hint, should_escape }) => ({
      command,
      description,
      shouldEscape: should_escape,
      ...(usage_hint !== undefined && { usageHint: usage_hint }),
    })),
    scopes: new Set(oauth_config?.scopes?.bot),
    events: new Set(settings?.event_subscriptions?.bot_events),
    homeTab: home?.home_tab_enabled ?? false,
    messagesTab: home?.messages_tab_enabled ?? true,
    messagesWritable: home?.messages_tab_read_only_enabled !== true,
    interactive: settings?.interactivity?.is_enabled ?? false,
  };
}

/** What an app without a manifest gets: everything that this stand-in knows. */
export function everything(commands: readonly SlackCommand[]): Manifest {
  return {
    commands,
    scopes: new Set([
      'commands',
      'chat:write',
      'files:read',
      'files:write',
      'im:write',
      'im:read',
      'im:history',
      'users:read',
      'channels:read',
      'channels:join',
      'groups:read',
      'team:read',
      'usergroups:read',
    ]),
    events: new Set(['app_home_opened', 'message.im']),
    homeTab: true,
    messagesTab: true,
    messagesWritable: true,
    interactive: true,
  };
}
