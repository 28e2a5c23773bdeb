import { z } from 'zod';
import { emailIn } from '../core/people/email.ts';

const MINUTES = { m: 1, h: 60, d: 24 * 60 } as const;
const LONGEST_LEAD_MINUTES = 30 * 24 * 60;

export const PLATFORMS = ['jitsi', 'zoom', 'google-meet', 'custom', 'discord'] as const;
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export const matching = (pattern: RegExp, sentence: string) => z.string().regex(pattern, sentence);

/** Values with commas or spaces between, each of them like `pattern`. */
export const list = (pattern: RegExp, sentence: string) =>
  z
    .string()
    .transform((text) => text.split(/[,\s]+/).filter((one) => one !== ''))
    .refine((all) => all.length > 0 && all.every((one) => pattern.test(one)), sentence);

/** An address with nothing but host and path. */
export const webAddress = (example: string) =>
  z.string().refine((text) => {
    const url = URL.parse(text);
    if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return false;
    return url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  }, `must be an address such as ${example}, without user name, query or fragment.`);

/** The same address in ASCII, as it goes into headers and links: letters of other scripts are written as browsers do. */
const normal = (text: string) => new URL(text).href;

export const withSlash = webAddress('https://proxy.example/api/').transform((text) =>
  normal(text).replace(/\/*$/, '/'),
);
export const withoutSlash = (example = 'https://proxy.example/api') =>
  webAddress(example).transform((text) => normal(text).replace(/\/+$/, ''));

export const databaseAddress = z
  .string()
  .refine(
    (text) => ['postgres:', 'postgresql:'].includes(URL.parse(text)?.protocol ?? ''),
    'must be an address such as postgresql://user:password@host:5432/database; special characters of the password are written as %40 and so on.',
  );

export const mailServer = z.string().refine((text) => {
  const url = URL.parse(text);
  return url !== null && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '';
}, 'must be an address such as smtps://user:password@mail.school.example or smtp://mail.school.example:587; special characters of the password are written as %40 and so on.');

/** `Name <address>`, or an address alone. */
export const sender = z.string().transform((text, context) => {
  const [, name = '', between = text] = /^([^<>]*)<([^<>]+)>$/.exec(text.trim()) ?? [];
  const address = emailIn(between);
  if (address !== undefined) return { name: name.replaceAll('"', '').trim() || 'Tutorline', address };
  return refuse(context, 'must be an e-mail address, such as Tutorline <tutoring@school.example>.');
});

/** Minutes before the start, longest first. */
export const reminders = z.string().transform((text, context) => {
  if (text.trim() === 'none') return [];
  const minutes = text.split(',').map((lead) => {
    const [, count, unit] = /^(\d{1,5})([mhd])$/.exec(lead.trim()) ?? [];
    return count && unit ? Number(count) * MINUTES[unit as keyof typeof MINUTES] : Number.NaN;
  });
  const areGood = minutes.every((lead) => lead >= 1 && lead <= LONGEST_LEAD_MINUTES);
  if (areGood && new Set(minutes).size === minutes.length) return minutes.sort((a, b) => b - a);
  return refuse(
    context,
    'must list times before the start such as 24h,1h,10m (m, h or d; up to 30d; none of them twice), or be none.',
  );
});

/** How many in all, and with one tutor. */
export const openRequests = z.string().transform((text, context) => {
  const [, most, perTutor] = /^(\d{1,3})\s*,\s*(\d{1,3})$/.exec(text.trim()) ?? [];
  const parsed = { most: Number(most), perTutor: Number(perTutor) };
  if (parsed.perTutor >= 1 && parsed.most >= parsed.perTutor) return parsed;
  return refuse(
    context,
    'must be two numbers such as 5,2: how many requests of one learner may wait, and how many of them with one tutor.',
  );
});

export const platforms = z.string().transform((text, context) => {
  const parsed = z.array(z.enum(PLATFORMS)).safeParse(text.split(',').map((one) => one.trim()));
  if (parsed.success && new Set(parsed.data).size === parsed.data.length) return parsed.data;
  return refuse(context, `must list some of ${PLATFORMS.join(', ')}, with commas between and none of them twice.`);
});

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

export function isZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false; // an offset knows nothing of summer time
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** `{room}` stands in the path, the query or the fragment; without it the room is added to the path. */
export function isRoomAddress(text: string): boolean {
  const url = URL.parse(text.replaceAll('{room}', 'room'));
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  if (/^https:\/\/[^/?#]*\{room\}/i.test(text)) return false;
  return text.includes('{room}') || (url.search === '' && url.hash === '');
}

/** The same in ASCII, with `{room}` where it was. */
export function normalRoomAddress(text: string): string {
  return normal(text.replaceAll('{room}', ROOM_MARK)).replaceAll(ROOM_MARK, '{room}');
}
const ROOM_MARK = 'room-0f8b2c61';

export function isServiceAccount(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return true; // a path, read when it is needed
  try {
    return z.object({ client_email: z.string(), private_key: z.string() }).safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/** Whether a whiteboard for each session can be made of it. */
export function isBoardAddress(text: string): boolean {
  const filled = URL.parse(text.replaceAll('{room}', 'room').replaceAll('{key}', 'key'));
  if (!text.includes('{room}') || filled?.protocol !== 'https:' || filled.username !== '') return false;
  return URL.parse(text.replaceAll('{room}', 'other').replaceAll('{key}', 'other'))?.host === filled.host;
}
