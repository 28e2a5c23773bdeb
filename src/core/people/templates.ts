import { newId } from '../id.ts';
import { GROUP_PLACES, SUBJECT_MOST } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { OrganizationTransaction, Store } from '../store.ts';
import type { Actor, Tutor } from './person.ts';
import { AGENDA_MOST, QUESTION_MOST, QUESTIONS_MOST, TEMPLATES_MOST, type Template } from './template.ts';

/** What a tutor says of a kind of session. */
export type TemplatePlan = Omit<Template, 'id' | 'tutor' | 'platform'>;

/** Kinds of sessions that tutors offer. Each changes their own alone. */
export interface Templates {
  /** Adds one, or changes the one with this id. @returns its id */
  save(by: Actor, plan: TemplatePlan, id?: string): Promise<string>;
  choosePlatform(by: Actor, id: string, platform: string): Promise<void>;
  /** Sessions that were booked with it stay as they are. */
  remove(by: Actor, id: string): Promise<void>;
}

export function createTemplates(store: Pick<Store, 'of'>): Templates {
  function revising<T>(by: Actor, work: (tx: OrganizationTransaction, tutor: Tutor) => Promise<T>): Promise<T> {
    return store.of(by.person.organization).transaction(async (tx) => {
      const tutor = await tx.lockTutor(by.person.id);
      if (!tutor) throw new Refusal('not-a-tutor', {});
      return work(tx, tutor);
    });
  }

  return {
    save: (by, plan, id) =>
      revising(by, async (tx, tutor) => {
        check(plan, tutor);
        const mine = await tx.templates([by.person.id]);
        const before = mine.find((one) => one.id === id);
        if (id !== undefined && !before) throw new Refusal('template-gone', {});
        if (!before && mine.length >= TEMPLATES_MOST) throw new Refusal('too-many-templates', { most: TEMPLATES_MOST });
        const saved = { platform: undefined, ...before, ...plan, id: id ?? newId(), tutor: by.person.id };
        await tx.saveTemplate(saved);
        return saved.id;
      }),

    choosePlatform: (by, id, platform) =>
      revising(by, async (tx) => {
        const template = await tx.template(id);
        if (template?.tutor !== by.person.id) throw new Refusal('template-gone', {});
        await tx.saveTemplate({ ...template, platform });
      }),

    remove: (by, id) =>
      revising(by, async (tx) => {
        const template = await tx.template(id);
        if (template?.tutor !== by.person.id) throw new Refusal('template-gone', {});
        await tx.removeTemplate(id);
      }),
  };
}

/** @throws Refusal at the field that is wrong. */
function check({ name, lengthMinutes, agenda, capacity, minimum, questions }: TemplatePlan, tutor: Tutor): void {
  if (name === '') throw new Refusal('required', {}, 'name');
  if (name.length > SUBJECT_MOST) throw new Refusal('too-long', { most: SUBJECT_MOST }, 'name');
  // Whoever books it for themselves gets it within what the tutor offers.
  if (capacity === 1 && !tutor.lengths.includes(lengthMinutes))
    throw new Refusal('length-not-offered', { minutes: tutor.lengths }, 'length');
  if (agenda.length > AGENDA_MOST) throw new Refusal('too-long', { most: AGENDA_MOST }, 'agenda');
  if (capacity > GROUP_PLACES.most || minimum < 1 || minimum > capacity)
    throw new Refusal('not-places', GROUP_PLACES, 'places');
  if (questions.length > QUESTIONS_MOST) throw new Refusal('too-many-questions', { most: QUESTIONS_MOST }, 'questions');
  if (questions.some(({ text }) => text.length > QUESTION_MOST))
    throw new Refusal('too-long', { most: QUESTION_MOST }, 'questions');
}
