import type { Around } from '../calendar/around.ts';
import { countedOf, objection, refusalFor } from '../calendar/objection.ts';
import type { Clock } from '../clock.ts';
import { type OrganizationRules, refuseTooFar } from '../community/rules.ts';
import { refuseWithoutCredit } from '../credits/refuse.ts';
import { LENGTHS_MINUTES, NOTE_MOST, type OpenRequests } from '../limits.ts';
import { refuseApart } from '../people/blocks.ts';
import { checkMayAsk } from '../people/may-ask.ts';
import type { Actor, Tutor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { sameSubject } from '../spelling.ts';
import type { OrganizationReads, Reads, Store } from '../store.ts';
import { refuseUnfair } from './fair-share.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What a learner asks for. Without a tutor, every tutor of the subject who is free is asked. */
export interface Wish {
  readonly tutor: string | undefined;
  /** The same tutor, where they were read for the same person a moment ago. */
  readonly known?: Tutor | undefined;
  readonly subject: string;
  readonly startsAt: Date;
  readonly lengthMinutes: number;
  readonly note: string;
  /** Where it would meet: the tutor still chooses. Left out: nobody has said. */
  readonly platform?: string | undefined;
}

export interface CheckedWish extends Wish {
  readonly endsAt: Date;
  /** The subject as the tutors spell it. */
  readonly subject: string;
  readonly tutors: readonly Tutor[];
}

/** Whether a wish can be granted, and by whom. @throws Refusal at the field that is wrong. */
export type Check = (by: Actor, wish: Wish) => Promise<CheckedWish>;

/**
 * Who could be asked, whatever the time, and what they call the subject.
 * @throws Refusal at the field that is wrong.
 */
export type Whom = (
  by: Actor,
  wish: Pick<Wish, 'tutor' | 'known' | 'subject'>,
) => Promise<Pick<CheckedWish, 'subject' | 'tutors'>>;

export function createWhom(all: Pick<Store, 'of'>): Whom {
  async function one(store: OrganizationReads, by: Actor, typed: string, id: string, known: Tutor | undefined) {
    if (id === by.person.id) throw new Refusal('yourself', {}, 'tutor');
    const tutor = known?.person.id === id ? known : await store.tutor(id);
    if (tutor?.application.standing !== 'approved') throw new Refusal('unknown-tutor', { typed: '' }, 'tutor');
    const { name } = tutor.person;
    if (tutor.isPaused) throw new Refusal('tutor-paused', { tutor: name }, 'tutor');
    const subject = sameSubject(tutor.subjects, typed);
    if (!subject) throw new Refusal('unknown-subject', { typed, known: tutor.subjects, tutor: name }, 'subject');
    return { subject, tutors: [tutor] };
  }

  async function any(store: OrganizationReads, by: Actor, typed: string) {
    const teachers = await store.tutors({ subject: typed, isPaused: false });
    const tutors = teachers.filter((tutor) => tutor.person.id !== by.person.id);
    if (tutors.length === 0) throw new Refusal('unknown-subject', { typed, known: await store.subjects() }, 'subject');
    const subject = tutors.map(({ subjects }) => sameSubject(subjects, typed)).find((name) => name !== undefined);
    return { subject: subject ?? typed, tutors };
  }

  return (by, { tutor, known, subject }) => {
    const store = all.of(by.person.organization, by.person.id);
    return tutor === undefined ? any(store, by, subject) : one(store, by, subject, tutor, known);
  };
}

export function createCheck(all: Pick<Store, 'of'>, clock: Clock, whom = createWhom(all)): Check {
  return async (by, wish) => {
    const store = all.of(by.person.organization);
    const now = clock();
    checkMayAsk(by, now);
    refuseImpossible(wish, await store.rules(by.person.organization), now);
    const endsAt = new Date(wish.startsAt.getTime() + wish.lengthMinutes * MINUTE);
    const asked = wish.tutor === undefined ? [] : [wish.tutor];
    const around = await store.around({
      people: [by.person.id, ...asked],
      counted: asked,
      ...dayAround({ ...wish, endsAt }),
      now,
      learner: by.person.id,
    });
    if (isHeld(around, by.person.id, wish.startsAt, endsAt)) throw await busyWith(store, by, wish);
    const { subject, tutors } = await whom(by, wish);
    if (wish.tutor === undefined) {
      return {
        ...wish,
        endsAt,
        subject,
        tutors: await freeThen(store, by.person.id, tutors, { ...wish, endsAt, subject }, now),
      };
    }
    const [tutor] = tutors as readonly [Tutor];
    const { lengths } = tutor;
    if (!lengths.includes(wish.lengthMinutes)) throw new Refusal('length-not-offered', { minutes: lengths }, 'length');
    const against = objection(tutor, { ...wish, endsAt }, around, now);
    const refusal = against && refusalFor(tutor, against);
    if (refusal) throw refusal;
    return { ...wish, endsAt, subject, tutors };
  };
}

/** What can be asked of nobody. @throws Refusal at the field that is wrong. */
export function refuseImpossible(wish: Wish, rules: Pick<OrganizationRules, 'horizonDays'>, now: Date): void {
  if (wish.startsAt <= now) throw new Refusal('past', {}, 'when');
  refuseTooFar([wish.startsAt], rules, now);
  if (!LENGTHS_MINUTES.some((minutes) => minutes === wish.lengthMinutes)) {
    throw new Refusal('length-not-offered', { minutes: LENGTHS_MINUTES }, 'length');
  }
  if (wish.note.length > NOTE_MOST) throw new Refusal('too-long', { most: NOTE_MOST }, 'note');
}

/** Who presses Send twice has asked already. */
async function busyWith(store: OrganizationReads, { person }: Actor, wish: Wish): Promise<Refusal> {
  const { tutor, startsAt } = wish;
  const startsBefore = new Date(startsAt.getTime() + 1);
  const asked = await store.sessions({ person: person.id, states: ['requested'], startsFrom: startsAt, startsBefore });
  const isSame = tutor !== undefined && asked.some((one) => one.tutor === tutor);
  if (!isSame) return new Refusal('you-are-busy', {}, 'when');
  return new Refusal('asked-already', { tutor: (await store.person(tutor))?.name ?? '', startsAt }, 'when');
}

/** Those of them who offer that time and have nothing else then. */
export async function freeThen(
  store: OrganizationReads,
  learner: string | undefined,
  tutors: readonly Tutor[],
  asked: Pick<CheckedWish, 'startsAt' | 'endsAt' | 'lengthMinutes' | 'subject'>,
  now: Date,
): Promise<readonly Tutor[]> {
  const around = await store.around({
    people: tutors.map((tutor) => tutor.person.id),
    counted: countedOf(tutors),
    ...dayAround(asked),
    now,
    learner,
  });
  const apart = learner === undefined ? undefined : await store.apartFrom(learner);
  const free = tutors.filter(
    (tutor) =>
      !apart?.has(tutor.person.id) &&
      tutor.lengths.includes(asked.lengthMinutes) &&
      !objection(tutor, asked, around, now),
  );
  if (free.length === 0) throw new Refusal('nobody-free', { subject: asked.subject }, 'when');
  return free;
}

/** As far as buffers reach, and more. */
function dayAround({ startsAt, endsAt }: Pick<CheckedWish, 'startsAt' | 'endsAt'>) {
  return { from: new Date(startsAt.getTime() - DAY), to: new Date(endsAt.getTime() + DAY) };
}

function isHeld({ held }: Around, person: string, startsAt: Date, endsAt: Date): boolean {
  return held.some((one) => one.person === person && one.startsAt < endsAt && one.endsAt > startsAt);
}

/** One person waits for so many answers and no more. @throws Refusal */
export async function refuseTooMany(
  store: Pick<Reads, 'openRequests' | 'rules' | 'sessions' | 'packagesOf' | 'apartFrom'>,
  by: Pick<Actor, 'person'>,
  { tutor, tutors, startsAt }: CheckedWish,
  { most, perTutor }: OpenRequests,
): Promise<void> {
  if (tutor !== undefined) await refuseApart(store, by, tutor, new Refusal('unknown-tutor', { typed: '' }, 'tutor'));
  const open = await store.openRequests(by.person.id);
  if (tutor !== undefined && open.filter((one) => one === tutor).length >= perTutor)
    throw new Refusal('too-many-with-tutor', { most: perTutor, tutor: tutors[0]?.person.name ?? '' }, 'tutor');
  if (open.length >= most) throw new Refusal('too-many-requests', { most });
  await refuseUnfair(store, by.person, [startsAt]);
  await refuseWithoutCredit(store, by.person, [startsAt]);
}
