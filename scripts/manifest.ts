import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse, stringify } from 'yaml';
import { z } from 'zod';

/** Prints Slack's app manifest for HTTP: `npm run manifest -- --url https://tutorline.example.org` */

const EVENTS_PATH = '/slack/events';

const Manifest = z.looseObject({
  features: z.looseObject({ slash_commands: z.array(z.looseObject({ command: z.string() })) }),
  settings: z.looseObject({
    event_subscriptions: z.looseObject({}),
    interactivity: z.looseObject({}),
  }),
});

/** The manifest for Socket Mode, changed so that Slack sends HTTP requests to a public address. Throws a sentence. */
export function httpManifest(yaml: string, url: string): string {
  const request_url = eventsUrl(url);
  const { features, settings, ...rest } = Manifest.parse(parse(yaml));
  return stringify({
    ...rest,
    features: {
      ...features,
      slash_commands: features.slash_commands.map((command) => ({ ...command, url: request_url })),
    },
    settings: {
      ...settings,
      event_subscriptions: { request_url, ...settings.event_subscriptions },
      interactivity: { ...settings.interactivity, request_url, message_menu_options_url: request_url },
      socket_mode_enabled: false,
    },
  });
}

/** Slack sends everything to one address. */
function eventsUrl(given: string): string {
  const url = URL.parse(given);
  if (!url) throw new Error(`“${given}” is not an address. Give one such as https://tutorline.example.org.`);
  if (url.protocol !== 'https:') throw new Error(`Slack wants https, so “${given}” will not do.`);
  if (url.username || url.password || url.search || url.hash) {
    throw new Error(`“${given}” has more than a host and a path. Give one such as https://tutorline.example.org.`);
  }
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.origin}${path.endsWith(EVENTS_PATH) ? path : `${path}${EVENTS_PATH}`}`;
}

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { url: { type: 'string' } } });
    if (!values.url) throw new Error('Say where Slack reaches Tutorline: npm run manifest -- --url https://…');
    const yaml = readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8');
    process.stdout.write(httpManifest(yaml, values.url));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
