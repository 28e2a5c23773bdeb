import { ASK_COMING_AT, SILENCE_AFTER_HOURS, SILENCE_BEFORE_HOURS, WAKING_HOURS } from '../limits.ts';
import { learners, type Session } from './session.ts';

const HOUR = 3_600_000;

/**
 * When learners are asked whether they still come: in the afternoon of the day before, where the session was agreed on.
 * Undefined for what was agreed on later than that: they have just said it.
 */
export function askComingAt({
  startsAt,
  zone = 'UTC',
  confirmedAt,
}: Pick<Session, 'startsAt' | 'zone' | 'confirmedAt'>): Date | undefined {
  const day = startsAt.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate();
  let days = 1;
  // A day that a place has left out is no day before.
  let at = onDay(day.subtract({ days }), zone);
  while (at >= startsAt) at = onDay(day.subtract({ days: ++days }), zone);
  return confirmedAt && confirmedAt >= at ? undefined : at;
}

/**
 * When the tutor hears that a learner who was asked says nothing: a few hours later, while the tutor is awake, and
 * early enough to do something about it.
 */
export function silenceAt(askedAt: Date, startsAt: Date, tutorZone: string): Date {
  const latest = new Date(startsAt.getTime() - SILENCE_BEFORE_HOURS * HOUR);
  const wanted = new Date(Math.min(askedAt.getTime() + SILENCE_AFTER_HOURS * HOUR, latest.getTime()));
  if (isAwake(wanted, tutorZone)) return wanted;
  const local = wanted.toTemporalInstant().toZonedDateTimeISO(tutorZone);
  const morning = [0, 1, 2]
    .map((days) => atHour(local.toPlainDate().add({ days }), WAKING_HOURS.from, tutorZone))
    .find((at) => at > wanted);
  if (morning && morning <= latest) return morning;
  // Rather the evening before than in the night, as far as that comes after the question.
  const evening = [0, 1, 2]
    .map((days) => atHour(local.toPlainDate().subtract({ days }), WAKING_HOURS.to - 1, tutorZone))
    .find((at) => at < wanted);
  return evening && evening > askedAt ? evening : wanted;
}

/** Those who have not said that they come, after they were asked. */
export function silentOnes(session: Pick<Session, 'participants' | 'startsAt' | 'comingAskedAt'>): readonly string[] {
  if (!wasAsked(session)) return [];
  return learners(session)
    .filter((one) => one.joinedAt === undefined && one.comesAt?.getTime() !== session.startsAt.getTime())
    .map(({ person }) => person);
}

/** Whether its learners were asked about the start that it has now. */
export function wasAsked({ startsAt, comingAskedAt }: Pick<Session, 'startsAt' | 'comingAskedAt'>): boolean {
  return comingAskedAt?.getTime() === startsAt.getTime();
}

function isAwake(at: Date, zone: string): boolean {
  const { hour } = at.toTemporalInstant().toZonedDateTimeISO(zone);
  return hour >= WAKING_HOURS.from && hour < WAKING_HOURS.to;
}

function onDay(day: Temporal.PlainDate, zone: string): Date {
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: ASK_COMING_AT }).epochMilliseconds);
}

function atHour(day: Temporal.PlainDate, hour: number, zone: string): Date {
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds);
}
