import type { DiscordPerson } from '../sandbox/discord/index.ts';
import type { SlackPerson } from '../sandbox/slack/types.ts';
import type { Sql } from '../src/store/sql.ts';

/** An organization that has been at it for years: who is there, and how many sessions they have had. */
export interface Population {
  readonly organization: string;
  readonly sessions: number;
  readonly learners: number;
  readonly tutors: number;
  /** Sessions that are still to come, spread over the next eight weeks. The others lie in the past. */
  readonly upcoming: number;
}

/** What is usual for so many sessions. */
export function usual(organization: string, sessions: number): Population {
  const between = (least: number, value: number) => Math.max(least, Math.min(20_000, Math.round(value)));
  return {
    organization,
    sessions,
    learners: between(1_000, sessions / 40),
    tutors: 1_000,
    upcoming: between(2_000, sessions / 20),
  };
}

/** Who `populate` lets the bot know, as Slack knows them. */
export function inSlack({ learners, tutors }: Population): readonly SlackPerson[] {
  const some = (role: string, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const name = `${role} ${String(index + 1).padStart(6, '0')}`;
      return { id: `U0${role.toUpperCase()}${index + 1}`, name, realName: name, tz: 'Europe/Berlin', locale: 'en-US' };
    });
  return [...some('learner', learners), ...some('tutor', tutors)];
}

/** The tutors, as Discord knows them after `moveToDiscord`. */
export function inDiscord({ tutors }: Population): readonly DiscordPerson[] {
  return Array.from({ length: tutors }, (_, index) => {
    const name = `tutor ${String(index + 1).padStart(6, '0')}`;
    return { id: `${DISCORD_IDS}${index + 1}`, username: name, globalName: name, locale: 'en-US', roles: [] };
  });
}

/** Lets all tutors be in Discord instead of Slack. */
export async function moveToDiscord(sql: Sql, serverId: string): Promise<void> {
  await sql(
    `UPDATE account SET chat = 'discord', space = $1, user_id = $2 || substr(person_id, 6) WHERE person_id LIKE 'tutor%'`,
    serverId,
    DISCORD_IDS,
  );
}

const DISCORD_IDS = '12000000000003';

const SUBJECTS = ['Algebra', 'Physics', 'Python', 'Spanish', 'Essay writing', 'Chemistry', 'History', 'Biology'];

/**
 * Fills a fresh database, in a few statements whatever the number. Everybody is in Slack, in Berlin. Sessions of one
 * person never overlap: each has their own hour of each day.
 */
export async function populate(sql: Sql, team: string, population: Population, now: Date): Promise<void> {
  const { organization, sessions, learners, tutors, upcoming } = population;
  await sql(
    `INSERT INTO subject (id, organization_id, name, key, aliases)
    SELECT 'subject' || n, $1, name, lower(name), '{}' FROM unnest($2::text[]) WITH ORDINALITY AS s(name, n)`,
    organization,
    SUBJECTS,
  );
  for (const [role, count] of [
    ['learner', learners],
    ['tutor', tutors],
  ] as const) {
    await sql(
      `INSERT INTO person (id, organization_id, name)
      SELECT $1::text || n, $2, $1::text || ' ' || lpad(n::text, 6, '0') FROM generate_series(1, $3::int) AS n`,
      role,
      organization,
      count,
    );
    await sql(
      `INSERT INTO account (id, person_id, organization_id, chat, space, user_id, name, locale, zone, seen_at)
      SELECT 'account-' || $1::text || n, $1::text || n, $2, 'slack', $3, 'U0' || upper($1::text) || n,
        $1::text || ' ' || lpad(n::text, 6, '0'), 'en-US', 'Europe/Berlin', $5::timestamptz
      FROM generate_series(1, $4::int) AS n`,
      role,
      organization,
      team,
      count,
      now,
    );
  }
  await sql(
    `INSERT INTO tutor (person_id, bio, lengths, weekly_hours)
    SELECT 'tutor' || n, 'I like proofs that fit on a napkin.', '{30,60,90}',
      (SELECT jsonb_agg(jsonb_build_object('day', day, 'from', '09:00', 'to', '18:00')) FROM generate_series(1, 5) AS day)
    FROM generate_series(1, $1::int) AS n`,
    tutors,
  );
  await sql(
    `INSERT INTO tutor_subject (tutor_id, subject_id)
    SELECT 'tutor' || n, 'subject' || (1 + (n + k) % $2::int) FROM generate_series(1, $1::int) AS n, generate_series(0, 1) AS k`,
    tutors,
    SUBJECTS.length,
  );
  // One session an hour for everybody, backwards and forwards from now, so that nobody is in two at once.
  await sql(
    `INSERT INTO session (id, organization_id, state, version, subject, note, starts_at, ends_at, tutor_id,
      requested_at, confirmed_at, started_at, ended_at, rate_nudged_at)
    SELECT 'session' || n, $1, CASE WHEN is_ahead THEN (CASE WHEN n % 5 = 0 THEN 'requested' ELSE 'confirmed' END)
        WHEN n % 20 = 0 THEN 'cancelled' ELSE 'ended' END,
      2, ($5::text[])[1 + n % 8], '', at, at + interval '1 hour', 'tutor' || (1 + n % $3::int),
      least(at - interval '9 days', $6::timestamptz - interval '1 hour'),
      CASE WHEN is_ahead AND n % 5 = 0 THEN NULL ELSE least(at - interval '8 days', $6::timestamptz - interval '50 minutes') END,
      CASE WHEN is_ahead OR n % 20 = 0 THEN NULL ELSE at END,
      CASE WHEN is_ahead OR n % 20 = 0 THEN NULL ELSE at + interval '1 hour' END,
      CASE WHEN is_ahead OR n % 20 = 0 THEN NULL ELSE at + interval '25 hours' END
    FROM (SELECT n, n <= $4::int AS is_ahead, CASE WHEN n <= $4::int
        THEN $6::timestamptz + interval '2 days' + (n / $3::int) * interval '2 hours'
        ELSE $6::timestamptz - interval '9 days' - ((n - $4::int) / $3::int) * interval '2 hours' END AS at
      FROM generate_series(1, $2::int) AS n) AS numbered`,
    organization,
    sessions,
    tutors,
    upcoming,
    SUBJECTS,
    now,
  );
  for (const [role, position, whose] of [
    ['learner', 0, `'learner' || (1 + n % $1::int)`],
    ['tutor', 1, `'tutor' || (1 + n % $1::int)`],
  ] as const) {
    await sql(
      `INSERT INTO participant (session_id, person_id, role, position, joined_at, claim, outcome, rating, rated_at, checklist, join_token)
      SELECT s.id, ${whose}, '${role}', ${position}, s.started_at, CASE WHEN s.state = 'ended' THEN 'took-place' END,
        CASE WHEN s.state = 'ended' AND '${role}' = 'learner' THEN 'took-place' END, CASE WHEN s.state = 'ended' THEN 5 END,
        s.ended_at, '{}', '${role}' || n || md5(n::text)
      FROM generate_series(1, $2::int) AS n JOIN session s ON s.id = 'session' || n`,
      role === 'learner' ? learners : tutors,
      sessions,
    );
  }
  await sql(`INSERT INTO hold (id, person_id, session_id, starts_at, ends_at, why)
    SELECT 'hold-' || p.session_id || p.position, p.person_id, s.id, s.starts_at, s.ends_at, 'session'
    FROM session s JOIN participant p ON p.session_id = s.id WHERE s.state IN ('requested', 'confirmed') ON CONFLICT DO NOTHING`);
  await sql(`INSERT INTO meeting (session_id, platform, meeting_id, url, made_at)
    SELECT id, 'jitsi', 'room-' || id, 'https://meet.jit.si/room-' || id, confirmed_at FROM session WHERE state = 'confirmed'`);
  await sql(`INSERT INTO alarm (subject_kind, subject_id, kind, at)
    SELECT 'session', s.id, due.kind, due.at FROM session s CROSS JOIN LATERAL (VALUES
      ('start', s.state = 'confirmed', s.starts_at), ('end', s.state = 'confirmed', s.ends_at + interval '15 minutes'),
      ('remind', s.state = 'confirmed', s.starts_at - interval '24 hours'),
      ('expire', s.state = 'requested', least(s.requested_at + interval '48 hours', s.starts_at)),
      ('escalate', s.state = 'requested', s.requested_at + interval '12 hours')
    ) AS due(kind, is_due, at) WHERE due.is_due`);
  await sql('ANALYZE');
}
