import { mondayOf } from '../calendar/objection.ts';
import type { Person } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Reads } from '../store.ts';
import { isLearner, learners, type Session, type SessionState } from './session.ts';

const AHEAD: readonly SessionState[] = ['requested', 'confirmed', 'started'];
const OF_A_WEEK: readonly SessionState[] = [...AHEAD, 'ended'];

/**
 * Whether one learner may have these sessions beside those that they have: as many ahead and in a week as the organization
 * gives each. Weeks are those on the learner's own calendar, from Monday to Sunday.
 * @throws Refusal `silenced`, `too-many-open`, `too-many-weekly`
 */
export async function refuseUnfair(
  store: Pick<Reads, 'rules' | 'sessions'>,
  { id, organization, zone = 'UTC', isSilenced }: Pick<Person, 'id' | 'organization' | 'zone' | 'isSilenced'>,
  starts: readonly Date[],
): Promise<void> {
  if (isSilenced) throw new Refusal('silenced', {});
  const { mostOpen, mostWeekly } = await store.rules(organization);
  const theirs = async (query: Parameters<Reads['sessions']>[0]) =>
    (await store.sessions({ ...query, person: id })).filter((one) => isLearner(one, id));
  if (mostOpen !== undefined) {
    const open = await theirs({ states: AHEAD });
    if (open.length + starts.length > mostOpen) throw new Refusal('too-many-open', { most: mostOpen });
  }
  await refuseWeekly(theirs, starts, mostWeekly, zone);
}

/**
 * The same where sessions that they have go to another week. Those of a group are where all of its people are.
 * @throws Refusal `too-many-weekly`
 */
export async function refuseUnfairMove(
  store: Pick<Reads, 'rules' | 'sessions' | 'people'>,
  moved: readonly Session[],
): Promise<void> {
  const [one] = moved;
  if (!one || one.capacity > 1) return;
  const { mostWeekly } = await store.rules(one.organization);
  if (mostWeekly === undefined) return;
  const people = await store.people(learners(one).map(({ person }) => person));
  for (const { id, zone = 'UTC' } of people.values()) {
    const others = async (query: Parameters<Reads['sessions']>[0]) =>
      (await store.sessions({ ...query, person: id })).filter(
        (other) => isLearner(other, id) && !moved.some((same) => same.id === other.id),
      );
    await refuseWeekly(
      others,
      moved.map(({ startsAt }) => startsAt),
      mostWeekly,
      zone,
    );
  }
}

async function refuseWeekly(
  theirs: (query: Parameters<Reads['sessions']>[0]) => Promise<readonly Session[]>,
  starts: readonly Date[],
  mostWeekly: number | undefined,
  zone: string,
): Promise<void> {
  if (mostWeekly === undefined || starts.length === 0) return;
  const weeks = Map.groupBy(starts, (start) => weekOf(start, zone).from.getTime());
  const all = [...weeks.keys()];
  const startsFrom = new Date(Math.min(...all));
  const startsBefore = weekOf(new Date(Math.max(...all)), zone).to;
  const had = Map.groupBy(await theirs({ states: OF_A_WEEK, startsFrom, startsBefore }), (one) =>
    weekOf(one.startsAt, zone).from.getTime(),
  );
  for (const [week, asked] of weeks)
    if (asked.length + (had.get(week)?.length ?? 0) > mostWeekly)
      throw new Refusal('too-many-weekly', { most: mostWeekly }, 'when');
}

/** From Monday's first instant to the next one's, on the clocks of a place. */
export function weekOf(at: Date, zone: string): { readonly from: Date; readonly to: Date } {
  const monday = mondayOf(at.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate());
  const begin = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds);
  return { from: begin(monday), to: begin(monday.add({ weeks: 1 })) };
}
