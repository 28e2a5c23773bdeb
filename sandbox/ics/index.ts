import { createHash } from 'node:crypto';
import type { Stage, StandIn } from '../stand-in.ts';

const PREFIX = '/sandbox/ics';
const DAY = 86_400_000;

/** Calendars on the web, as Outlook, Proton or a school publish them, played on this machine. */
export interface IcsHost extends StandIn {
  readonly prefix: typeof PREFIX;
  /** Where a calendar is; `busy` is there from the start: every weekday from 12 to 13, UTC. */
  addressOf(name: string): string;
  /** Publishes a calendar; undefined: it is there no more. */
  put(name: string, text: string | undefined): void;
  /** How often each was asked for. */
  asked(name: string): number;
}

export function createIcsHost(stage: Stage): IcsHost {
  const texts = new Map<string, string | undefined>();
  const counts = new Map<string, number>();
  const textOf = (name: string) =>
    texts.has(name) ? texts.get(name) : name === 'busy' ? lunches(stage.now()) : undefined;

  return {
    prefix: PREFIX,
    addressOf: (name) => `${stage.origin()}${PREFIX}/${name}.ics`,
    put: (name, text) => void texts.set(name, text),
    asked: (name) => counts.get(name) ?? 0,
    fetch: (request) => {
      const name = new URL(request.url).pathname.slice(PREFIX.length + 1).replace(/\.ics$/, '');
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const text = textOf(name);
      if (text === undefined) return new Response('Not found', { status: 404 });
      const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;
      if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: { etag } });
      return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8', etag } });
    },
    upgrade: (_request, socket) => socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n'),
    dump: () => undefined,
    clear: () => {
      texts.clear();
      counts.clear();
    },
    close: async () => {},
  };
}

function lunches(now: Date): string {
  const day = new Date(now.getTime() - 7 * DAY).toISOString().slice(0, 10).replaceAll('-', '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sandbox School//Lunch//EN',
    'BEGIN:VEVENT',
    'UID:lunch@sandbox.school.example',
    `DTSTAMP:${day}T000000Z`,
    `DTSTART:${day}T120000Z`,
    `DTEND:${day}T130000Z`,
    'RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    'SUMMARY:Lunch',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
