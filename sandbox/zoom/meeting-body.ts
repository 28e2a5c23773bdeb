import { z } from 'zod';
import { zoomError } from './errors.ts';

const zones = new Set(['UTC', 'GMT', ...Intl.supportedValuesOf('timeZone')]);

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/post/users/{userId}/meetings */
const Settings = z.strictObject({
  host_video: z.boolean(),
  participant_video: z.boolean(),
  join_before_host: z.boolean(),
  jbh_time: z.literal([0, 5, 10, 15]),
  waiting_room: z.boolean(),
  mute_upon_entry: z.boolean(),
  approval_type: z.literal([0, 1, 2]),
  audio: z.enum(['both', 'telephony', 'voip', 'thirdParty']),
  auto_recording: z.enum(['local', 'cloud', 'none']),
  meeting_authentication: z.boolean(),
  alternative_hosts: z.string(),
  email_notification: z.boolean(),
  registrants_email_notification: z.boolean(),
  registrants_confirmation_email: z.boolean(),
  alternative_hosts_email_notification: z.boolean(),
  private_meeting: z.boolean(),
});

const Body = z.strictObject({
  topic: z.string().max(200),
  type: z.literal([1, 2, 3, 8, 10]),
  agenda: z.string().max(2000),
  start_time: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$/),
  duration: z.int().min(1),
  timezone: z.string().refine((zone) => zones.has(zone)),
  password: z.string().regex(/^[\w@*-]{1,10}$/),
  default_password: z.boolean(),
  pre_schedule: z.boolean(),
  schedule_for: z.string(),
  settings: Settings.partial(),
});

const Asked = Body.partial();
export type Asked = z.infer<typeof Asked>;

/** What a request asks for. Stricter than Zoom, which lets unknown fields pass. @throws ZoomError 300 */
export function readMeeting(text: string): Asked {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw zoomError(400, 300, 'Request Body should be a valid JSON object.');
  }
  const { data, error } = Asked.safeParse(body);
  if (data) return data;
  const errors = error.issues.flatMap((issue) => {
    const at = issue.path.join('.');
    const fields =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [at, key].filter(Boolean).join('.')) : [at];
    return fields.map((field) => ({ field, message: 'Invalid field.' }));
  });
  throw zoomError(400, 300, 'Validation Failed.', { errors });
}

/** A time with Z is UTC; one without is in the zone that comes with it. */
export function instant(startTime: string, zone: string): Date {
  if (startTime.endsWith('Z')) return new Date(startTime);
  return new Date(Temporal.PlainDateTime.from(startTime).toZonedDateTime(zone).epochMilliseconds);
}
