import { isOffered } from '../calendar/availability.ts';
import type { Clock } from '../clock.ts';
import { HORIZON_DAYS, LENGTHS_MINUTES, NOTE_MOST } from '../limits.ts';
import type { Actor, Tutor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { sameSubject } from '../spelling.ts';
import type { OrganizationReads, Store } from '../store.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What a learner asks for. Without a tutor, every tutor of the subject who is free is asked. */
export interface Wish {
  readonly tutor: string | undefined;
  readonly subject: string;
  readonly startsAt: Date;
  readonly lengthMinutes: number;
  readonly note: string;
}

export interface CheckedWish extends Wish {
  readonly endsAt: Date;
  /** The subject as the tutors spell it. */
  readonly subject: string;
  readonly tutors: readonly Tutor[];
}

/** Whether a wish can be granted, and by whom. @throws Refusal at the field that is wrong. */
export type Check = (by: Actor, wish: Wish) => Promise<CheckedWish>;

export function createCheck(all: Pick<Store, 'of'>, clock: Clock): Check {
  async function check(by: Actor, wish: Wish): Promise<CheckedWish> {
    const store = all.of(by.person.organization);
    const now = clock();
    if (wish.startsAt <= now) throw new Refusal('past', {}, 'when');
    if (wish.startsAt.getTime() > now.getTime() + HORIZON_DAYS * DAY)
      throw new Refusal('too-far', { days: HORIZON_DAYS }, 'when');
    if (!LENGTHS_MINUTES.some((minutes) => minutes === wish.lengthMinutes)) {
      throw new Refusal('length-not-offered', { minutes: LENGTHS_MINUTES }, 'length');
    }
    if (wish.note.length > NOTE_MOST) throw new Refusal('too-long', { most: NOTE_MOST }, 'note');
    const endsAt = new Date(wish.startsAt.getTime() + wish.lengthMinutes * MINUTE);
    const asked = wish.tutor === undefined ? [] : [wish.tutor];
    const busy = new Set((await store.busy([by.person.id, ...asked], wish.startsAt, endsAt)).map((one) => one.person));
    if (busy.has(by.person.id)) throw new Refusal('you-are-busy', {}, 'when');
    if (wish.tutor === undefined) return checkAny(store, by, wish, endsAt);
    const checked = await checkOne(store, by, wish, wish.tutor, endsAt);
    if (busy.has(wish.tutor)) throw new Refusal('tutor-busy', { tutor: checked.tutors[0]?.person.name ?? '' }, 'when');
    return checked;
  }

  async function checkOne(
    store: OrganizationReads,
    by: Actor,
    wish: Wish,
    id: string,
    endsAt: Date,
  ): Promise<CheckedWish> {
    if (id === by.person.id) throw new Refusal('yourself', {}, 'tutor');
    const tutor = await store.tutor(id);
    if (!tutor) throw new Refusal('unknown-tutor', { typed: '' }, 'tutor');
    const name = tutor.person.name;
    if (tutor.isPaused) throw new Refusal('tutor-paused', { tutor: name }, 'tutor');
    const subject = sameSubject(tutor.subjects, wish.subject);
    if (!subject) throw new Refusal('unknown-subject', { typed: wish.subject, known: tutor.subjects }, 'subject');
    if (!tutor.lengths.includes(wish.lengthMinutes))
      throw new Refusal('length-not-offered', { minutes: tutor.lengths }, 'length');
    return { ...wish, endsAt, subject, tutors: [tutor] };
  }

  async function checkAny(store: OrganizationReads, by: Actor, wish: Wish, endsAt: Date): Promise<CheckedWish> {
    const teachers = await store.tutors({ subject: wish.subject, isPaused: false });
    const others = teachers.filter((tutor) => tutor.person.id !== by.person.id);
    if (others.length === 0) {
      const known = await store.subjects();
      throw new Refusal('unknown-subject', { typed: wish.subject, known }, 'subject');
    }
    const subject =
      others.map((tutor) => sameSubject(tutor.subjects, wish.subject)).find((name) => name !== undefined) ??
      wish.subject;
    const busy = await store.busy(
      others.map((tutor) => tutor.person.id),
      wish.startsAt,
      endsAt,
    );
    const free = others.filter(
      (tutor) =>
        tutor.lengths.includes(wish.lengthMinutes) &&
        isOffered(tutor, wish.startsAt, endsAt) &&
        !busy.some((one) => one.person === tutor.person.id),
    );
    if (free.length === 0) throw new Refusal('nobody-free', { subject }, 'when');
    return { ...wish, endsAt, subject, tutors: free };
  }

  return check;
}
