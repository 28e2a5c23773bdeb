import type { EverythingAbout } from '../core/people/port.ts';
import type { Reads } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { hasReached } from './relayed.ts';
import type { Scope } from './scope.ts';
import type { Part } from './whose.ts';

/** Of whom an id in column `id` is: themself, by name, or who it is that is nobody. */
const named = (id: string) =>
  `CASE WHEN ${id} = $1 THEN 'you' ELSE COALESCE((SELECT NULLIF(x.name, '') FROM person x WHERE x.id = ${id}),
     CASE WHEN ${id} IN ('clock', 'webhook', 'tutorline') THEN ${id} WHEN ${id} IS NULL THEN NULL ELSE 'somebody' END) END`;

const names = (role: string) => `(SELECT COALESCE(json_agg(${named('o.person_id')} ORDER BY o.position), '[]')
   FROM participant o WHERE o.session_id = s.id AND o.role = '${role}')`;

/** Each a list of rows as JSON, of the person `$1`. What others said and did not share with them stays theirs. */
export const PARTS: Readonly<Record<Part, string>> = {
  accounts: `SELECT json_build_object('chat', a.chat, 'workspaceOrServer', a.space, 'userId', a.user_id, 'name', a.name,
      'language', a.locale, 'timeZone', a.zone, 'directMessages', a.dm_channel, 'directMessagesClosedSince', a.dm_closed_at,
      'seenAt', a.seen_at, 'homeOpenedAt', a.home_opened_at) AS one FROM account a WHERE a.person_id = $1 ORDER BY a.id`,
  linkedAccounts: `SELECT json_build_object('at', l.at, 'takenBackAt', l.undone_at) AS one
      FROM link l WHERE l.kept_id = $1 ORDER BY l.id`,
  reportsYouMade: `SELECT json_build_object('about', ${named('r.person_id')}, 'reason', r.reason, 'at', r.made_at, 'state', r.state) AS one
      FROM complaint r WHERE r.complainant_id = $1 ORDER BY r.made_at, r.id`,
  blocked: `SELECT json_build_object('who', ${named('b.of_id')}, 'since', b.since_at) AS one
      FROM block b WHERE b.by_id = $1 ORDER BY b.since_at, b.of_id`,
  tutor: `SELECT json_build_object('bio', t.bio, 'subjects', (SELECT COALESCE(json_agg(s.name ORDER BY s.name), '[]')
        FROM tutor_subject ts JOIN subject s ON s.id = ts.subject_id WHERE ts.tutor_id = $1),
      'lengthsInMinutes', t.lengths, 'usualPlatform', t.default_platform, 'weeklyHours', t.weekly_hours,
      'daysThatDiffer', t.exceptions, 'minutesBefore', t.before_minutes, 'minutesAfter', t.after_minutes,
      'noticeInMinutes', t.notice_minutes, 'daysAhead', t.ahead_days, 'mostADay', t.most_a_day, 'mostAWeek', t.most_a_week,
      'startsEveryMinutes', t.every_minutes, 'takesRequestsOutsideHours', t.takes_outside, 'freeUntil', t.free_until,
      'ownRoom', t.own_room, 'accountOnPlatform', t.platform_account, 'paused', t.paused, 'ratings', t.rating_count,
      'sumOfRatings', t.rating_sum, 'minutesToAnswer', t.answer_minutes, 'standing', t.standing,
      'whyRefused', t.standing_reason, 'whatAdminsAsked', t.standing_asked, 'yourAnswer', t.standing_answered) AS one FROM tutor t WHERE t.person_id = $1`,
  templates: `SELECT json_build_object('name', t.name, 'minutes', t.length_minutes, 'platform', t.platform,
      'agenda', t.agenda, 'places', t.capacity, 'questions', t.questions) AS one
      FROM template t WHERE t.tutor_id = $1 ORDER BY t.name, t.id`,
  credits: `SELECT json_build_object('sessions', c.sessions, 'left', c."left", 'note', c.note, 'validUntil', c.valid_until,
      'grantedAt', c.granted_at, 'grantedBy', ${named('c.granted_by')}, 'ledger', (SELECT COALESCE(json_agg(
        json_build_object('what', e.kind, 'amount', e.amount, 'at', e.at) ORDER BY e.nr), '[]')
        FROM credit_entry e WHERE e.package_id = c.id)) AS one
      FROM credit_package c WHERE c.person_id = $1 ORDER BY c.granted_at, c.id`,
  pairs: `SELECT json_build_object('programme', g.name, 'subject', g.subject, 'learner', ${named('pr.learner_id')},
      'tutor', ${named('pr.tutor_id')}, 'since', pr.since_at, 'askedToMeetAt', pr.nudged_at, 'endedAt', pr.ended_at) AS one
      FROM pair pr JOIN programme g ON g.id = pr.programme_id WHERE $1 IN (pr.learner_id, pr.tutor_id) ORDER BY pr.id`,
  observers: `SELECT json_build_object('learner', ${named('b.learner_id')}, 'observer', ${named('b.observer_id')},
      'askedBy', ${named('b.asked_by')}, 'askedAt', b.asked_at, 'confirmedAt', b.confirmed_at, 'agreedAt', b.agreed_at,
      'endedAt', b.ended_at) AS one FROM observer b WHERE $1 IN (b.learner_id, b.observer_id) ORDER BY b.id`,
  sessions: `SELECT json_build_object('subject', s.subject, 'yourRole', p.role, 'tutor', ${names('tutor')},
      'learners', ${names('learner')}, 'state', s.state, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
      'requestedAt', s.requested_at, 'confirmedAt', s.confirmed_at, 'startedAt', s.started_at, 'endedAt', s.ended_at,
      'note', s.note, 'tutorsNotes', s.tutor_notes, 'reason', s.reason, 'endedOrCalledOffBy', ${named('s.closed_by')},
      'meetingPlatform', m.platform, 'meetingLink', m.url, 'recording', s.recording_url, 'transcript', s.transcript_url,
      'youJoinedAt', p.joined_at, 'youLeftAt', p.left_at, 'youSaidOfIt', p.claim, 'outcome', p.outcome,
      'yourRating', p.rating, 'yourComment', p.comment, 'yourNotes', p.note, 'sharedYourComment', p.shares_comment, 'ratedAt', p.rated_at,
      'yourChecklist', p.checklist, 'youAgreeToRecording', p.agrees_to_recording,
      'commentsForYou', (SELECT COALESCE(json_agg(o.comment), '[]') FROM participant o WHERE o.session_id = s.id
        AND o.person_id <> $1 AND o.comment IS NOT NULL AND o.shares_comment AND o.role <> p.role)) AS one
      FROM participant p JOIN session s ON s.id = p.session_id LEFT JOIN meeting m ON m.session_id = s.id
      WHERE p.person_id = $1 ORDER BY s.starts_at, s.id`,
  written: `SELECT json_build_object('subject', s.subject, 'startsAt', s.starts_at, 'from', ${named('r.from_id')}, 'at', r.sent_at,
      'text', r.text, 'files', ARRAY(SELECT f.name FROM given_file f WHERE f.relayed_id = r.id ORDER BY f.id)) AS one
      FROM relayed r JOIN session s ON s.id = r.session_id
      WHERE r.session_id IN (SELECT session_id FROM participant WHERE person_id = $1) AND ${hasReached('$1')} ORDER BY r.sent_at, r.id`,
  filesNotPassedOn: `SELECT json_build_object('name', f.name, 'at', f.given_at) AS one
      FROM given_file f WHERE f.person_id = $1 AND f.relayed_id IS NULL ORDER BY f.id`,
  goalsAndSteps: `SELECT json_build_object('learner', ${named('g.learner_id')}, 'tutor', ${named('g.tutor_id')}, 'kind', g.kind,
      'text', g.text, 'addedBy', ${named('g.by_id')}, 'addedAt', g.added_at, 'doneAt', g.done_at) AS one
      FROM aim g WHERE $1 IN (g.learner_id, g.tutor_id) ORDER BY g.added_at, g.id`,
  askedToTeach: `SELECT json_build_object('subject', s.subject, 'startsAt', s.starts_at, 'state', s.state,
      'youDeclined', c.declined) AS one FROM candidate c JOIN session s ON s.id = c.session_id
      WHERE c.person_id = $1 ORDER BY s.starts_at, s.id`,
  busyTimes: `SELECT json_build_object('from', h.starts_at, 'to', h.ends_at, 'why', h.why) AS one
      FROM hold h WHERE h.person_id = $1 ORDER BY h.starts_at, h.id`,
  waitingFor: `SELECT json_build_object('subject', w.subject, 'minutes', w.length_minutes, 'tutor', ${named('w.tutor_id')},
      'askedAt', w.asked_at, 'until', w.until, 'onlyFrom', w.earliest, 'onlyBefore', w.latest) AS one FROM watch w WHERE w.person_id = $1 ORDER BY w.asked_at, w.id`,
  waitingForAPlace: `SELECT json_build_object('subject', s.subject, 'startsAt', s.starts_at, 'since', w.since_at) AS one
      FROM waiting w JOIN session s ON s.id = w.session_id WHERE w.person_id = $1 ORDER BY w.nr`,
  helpAskedFor: `SELECT json_build_object('subject', h.subject, 'askedAt', h.asked_at) AS one
      FROM help_wanted h WHERE h.person_id = $1 ORDER BY h.asked_at, h.id`,
  officeHours: `SELECT json_build_object('subject', o.subject, 'from', o.opened_at, 'to', o.open_until, 'tutor', ${named('o.tutor_id')})
      AS one FROM office o WHERE o.tutor_id = $1 OR EXISTS (SELECT FROM office_place p WHERE p.office_id = o.id AND p.person_id = $1)
      ORDER BY o.opened_at, o.id`,
  polls: `SELECT json_build_object('subject', q.subject, 'askedAt', q.asked_at, 'times', q.times, 'asker', ${named('q.tutor_id')},
      'timesThatFitYou', a.fits) AS one FROM poll q LEFT JOIN poll_answer a ON a.poll_id = q.id AND a.person_id = $1
      WHERE q.tutor_id = $1 OR a.person_id IS NOT NULL ORDER BY q.asked_at, q.id`,
  statements: `SELECT json_build_object('from', s.from_day, 'until', s.until_day, 'madeAt', s.made_at, 'by', ${named('s.made_by')},
      'minutes', s.minutes, 'code', s.code) AS one FROM statement s WHERE s.tutor_id = $1 ORDER BY s.made_at, s.id`,
  calendars: `SELECT json_build_object('address', c.address, 'readAt', c.read_at, 'failingSince', c.failing_at) AS one
      FROM foreign_calendar c WHERE c.person_id = $1 ORDER BY c.id`,
  drafts: `SELECT json_build_object('of', d.handler, 'typed', d.input, 'savedAt', d.saved_at) AS one
      FROM draft d WHERE d.person_id = $1 ORDER BY d.saved_at, d.id`,
  messages: `SELECT json_build_object('kind', d.kind, 'about', CASE WHEN s.id IS NULL THEN d.subject_kind ELSE s.subject END,
      'chat', d.chat, 'mail', d.to_mail, 'owedAt', d.owed_at, 'sentAt', d.sent_at, 'fate', d.fate) AS one
      FROM delivery d LEFT JOIN session s ON d.subject_kind = 'session' AND s.id = d.subject_id
      WHERE d.person_id = $1 ORDER BY d.owed_at, d.id`,
  history: `SELECT json_build_object('at', a.at, 'event', a.event, 'by', ${named('a.by')}, 'from', a.from, 'to', a.to,
      'about', CASE WHEN s.id IS NULL THEN a.subject_kind ELSE s.subject || ', ' || s.starts_at::text END) AS one
      FROM audit a LEFT JOIN session s ON a.subject_kind = 'session' AND s.id = a.subject_id
      WHERE a.by = $1 OR (a.subject_kind = 'person' AND a.subject_id = $1)
        OR (a.subject_kind = 'session' AND a.subject_id IN (SELECT session_id FROM participant WHERE person_id = $1))
      ORDER BY a.id`,
};

const PERSON = `SELECT json_build_object('name', p.name, 'timeZone', p.zone, 'language', p.language, 'mailAddress', p.email,
    'mailAddressConfirmedAt', p.email_confirmed_at, 'mailAddressToConfirm', (SELECT address FROM email_code WHERE person_id = $1),
    'wantsMails', p.wants_mail, 'wantsFilesForTheCalendar', p.wants_files, 'hasAnAddressForTheCalendar', p.feed_secret IS NOT NULL,
    'remindersInMinutesBefore', p.reminder_leads, 'writtenToIn', p.reach_in, 'pausedByAdminsUntil', p.suspended_until, 'requestsStoppedByAdminsAt', p.silenced_at, 'blockedByAdminsSince', p.banned_at, 'quietFrom', p.quiet_from, 'quietUntil', p.quiet_to)
  AS one FROM person p WHERE p.id = $1 AND p.forgotten_at IS NULL AND ($2::text IS NULL OR p.organization_id = $2)`;

export function everythingReads({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return {
    everythingAbout: async (person) => {
      const [known] = await sql<{ one: EverythingAbout }>(PERSON, person, scope ?? null);
      if (!known) return undefined;
      // Of whoever became one with them something may have stayed theirs alone.
      const linked = await sql<{ id: string }>('SELECT id FROM person WHERE linked_to = $1 ORDER BY id', person);
      const also = linked.map(({ id }) => id);
      /** The same asked of each of them. */
      const ofEach = async (ids: readonly string[], text: string, ...more: readonly unknown[]) => {
        const all: unknown[] = [];
        for (const id of ids) all.push(...(await sql<{ one: unknown }>(text, id, ...more)).map(({ one }) => one));
        return all;
      };
      const parts: [string, unknown][] = [];
      for (const [name, text] of Object.entries(PARTS)) parts.push([name, await ofEach([person, ...also], text)]);
      const alsoYou = await ofEach(also, PERSON, scope ?? null);
      return { you: known.one, ...(alsoYou.length > 0 && { alsoYou }), ...Object.fromEntries(parts) };
    },
  } satisfies Partial<Reads>;
}
