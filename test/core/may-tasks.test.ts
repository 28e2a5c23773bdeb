import { expect, test } from 'vitest';
import { typedFor } from '../../src/conversation/handler.ts';
import { mayDo, permit, TASKS, type Task } from '../../src/core/may/tasks.ts';
import { handlers } from '../../src/features/index.ts';
import { commands } from '../../src/features/shared/commands.ts';
import { personWho } from './any-session.ts';

/** Who may, written down a second time. Whatever is not in here is for admins alone. */
const THEIR_OWN_TOO: Readonly<Partial<Record<Task, string>>> = {
  'ask for an observer': 'only-admins',
  'change an observer': 'changed',
  'make a statement': 'only-admins',
  'clear days': 'only-admins',
  'open a group': 'only-tutors',
  'meet at once': 'only-tutors',
  'look after a poll': 'not-yours',
  'look after office hours': 'not-yours',
};

test.each(Object.keys(TASKS) as Task[])('%s', (task) => {
  const [admin, learner] = [personWho('admin'), personWho('learner')];
  const isTheirs = task in THEIR_OWN_TOO;
  const refusal = expect.objectContaining({ code: THEIR_OWN_TOO[task] ?? 'only-admins' });
  for (const owners of [[], ['somebody'], [learner.person.id], ['somebody', learner.person.id]]) {
    expect(mayDo(admin, task, ...owners)).toBe(true);
    const may = isTheirs && owners.includes(learner.person.id);
    expect(mayDo(learner, task, ...owners), String(owners)).toBe(may);
    if (!may) expect(() => permit(learner, task, ...owners)).toThrow(refusal);
  }
  // Whoever has no page is not the one whose page it is.
  expect(mayDo(learner, task, undefined)).toBe(false);
});

test('a command is for admins where all that it does is, and nowhere else', () => {
  for (const command of commands) {
    const tasks = typedFor([command]).map(({ handler }) => handlers[handler]?.task);
    expect(
      tasks.map((task) => task !== undefined),
      command.name,
    ).toEqual(tasks.map(() => command.forAdminsOnly));
  }
});
