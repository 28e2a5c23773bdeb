import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';

interface Rule {
  /** `owner`: the tutor whose page, poll or office it is, the learner who is observed. */
  readonly who: readonly ('owner' | 'admin')[];
  readonly otherwise: 'only-admins' | 'only-tutors' | 'not-yours' | 'changed';
}

const ADMINS = { who: ['admin'], otherwise: 'only-admins' } as const;
const OWN_OR_ADMINS = { who: ['owner', 'admin'], otherwise: 'only-admins' } as const;

/**
 * What may be done that is not done to one session, and by whom: for that, see `TABLE`. Admins are those of the
 * organization alone, as nobody reads or writes what is in another one.
 */
export const TASKS = {
  'read what happens': ADMINS,
  'decide what holds for all': ADMINS,
  'look after sessions': ADMINS,
  'look after people': ADMINS,
  'look after subjects': ADMINS,
  'look after credits': ADMINS,
  'look after programmes': ADMINS,
  'judge a complaint': ADMINS,
  'try the mail': ADMINS,
  'find people by any name': ADMINS,
  'come in while blocked': ADMINS,

  'ask for an observer': OWN_OR_ADMINS,
  'change an observer': { ...OWN_OR_ADMINS, otherwise: 'changed' },
  'make a statement': OWN_OR_ADMINS,
  'clear days': OWN_OR_ADMINS,
  'open a group': { ...OWN_OR_ADMINS, otherwise: 'only-tutors' },
  'meet at once': { ...OWN_OR_ADMINS, otherwise: 'only-tutors' },
  'look after a poll': { ...OWN_OR_ADMINS, otherwise: 'not-yours' },
  'look after office hours': { ...OWN_OR_ADMINS, otherwise: 'not-yours' },
} as const satisfies Record<string, Rule>;

export type Task = keyof typeof TASKS;

/** Whether somebody may do this. `owners`: the people whose it is; nobody's is for admins. */
export function mayDo(
  { person, isAdmin }: Pick<Actor, 'person' | 'isAdmin'>,
  task: Task,
  ...owners: readonly (string | undefined)[]
): boolean {
  const { who }: Rule = TASKS[task];
  return (isAdmin && who.includes('admin')) || (who.includes('owner') && owners.includes(person.id));
}

/** @throws Refusal for whoever may not. */
export function permit(
  by: Pick<Actor, 'person' | 'isAdmin'>,
  task: Task,
  ...owners: readonly (string | undefined)[]
): void {
  if (!mayDo(by, task, ...owners)) throw new Refusal(TASKS[task].otherwise, {});
}
