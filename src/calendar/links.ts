import type { Entry } from '../core/calendar/entry.ts';
import { clean } from '../core/clean.ts';
import { cut } from '../core/cut.ts';

/** Both chats take links of 512 characters and more on buttons; a longer description would not fit. */
const TITLE_MOST = 60;
const LINK_MOST = 512;

type Shown = Pick<Entry, 'title' | 'startsAt' | 'endsAt' | 'url'>;

/** Google's form for a new event, filled in: https://calendar.google.com/calendar/render?action=TEMPLATE */
export function googleLink({ title, startsAt, endsAt, url }: Shown): string {
  const dates = [startsAt, endsAt].map((at) => at.toISOString().replaceAll(/[-:]|\.\d+/g, '')).join('/');
  return shortest('https://calendar.google.com/calendar/render', [
    ['action', 'TEMPLATE'],
    ['text', inShort(title)],
    ['dates', dates],
    ['location', url],
  ]);
}

/** The same for Outlook on the web: https://outlook.live.com/calendar/0/deeplink/compose */
export function outlookLink({ title, startsAt, endsAt, url }: Shown): string {
  return shortest('https://outlook.live.com/calendar/0/deeplink/compose', [
    ['path', '/calendar/action/compose'],
    ['rru', 'addevent'],
    ['subject', inShort(title)],
    ['startdt', startsAt.toISOString()],
    ['enddt', endsAt.toISOString()],
    ['location', url],
  ]);
}

function inShort(title: string): string {
  return cut(clean(title).replaceAll(/\s+/g, ' ').trim(), TITLE_MOST);
}

/** With the place where that fits; a link that was cut would lead nowhere. */
function shortest(page: string, fields: readonly (readonly [string, string | undefined])[]): string {
  const link = (taken: typeof fields) =>
    `${page}?${new URLSearchParams(taken.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))}`;
  const whole = link(fields);
  return whole.length <= LINK_MOST ? whole : link(fields.filter(([name]) => name !== 'location'));
}
