import { z } from 'zod';
import type { Form } from '../../conversation/form.ts';
import { handler, type RawInput, type Reply } from '../../conversation/handler.ts';
import { say } from '../../conversation/say.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { readerOf } from '../shared/reader.ts';
import { offerOf } from './offer-of.ts';
import { periodWords } from './statement-paper.ts';
import { periodFields, periodMeant } from './statement-period.ts';

/** Which time: a month that was chosen, or any that was typed. */
export const periodInput = z.object({ month: Short, period: Short });

/** What a tutor has taught, as a file for whoever pays or credits it. */
export const statement = handler({
  input: periodInput,
  form: async (by, input, deps: Deps, ask) => statementForm(by, input, deps, ask),
  run: (by, input, deps: Deps) => makeStatement(by, by.person.id, input, deps),
});

export async function statementForm(
  by: Actor,
  input: RawInput,
  deps: Deps,
  ask: 'all' | 'missing',
): Promise<Form | undefined> {
  await offerOf(by, deps);
  if (ask === 'missing' && (input['month'] !== undefined || input['period'] !== undefined)) return undefined;
  const reader = readerOf(by);
  const { title, submit } = reader.words.statement;
  return { title, submit, carry: {}, fields: periodFields(reader, input, deps) };
}

/** Makes it, and says that it comes. */
export async function makeStatement(
  by: Actor,
  tutor: string,
  input: z.output<typeof periodInput>,
  deps: Deps,
): Promise<Reply> {
  const reader = readerOf(by);
  const { statement: words } = reader.words;
  const { from, until } = periodMeant(input, reader, deps);
  const made = await deps.statements.make(by, { tutor, from, until });
  const comes = words.comes(made.tutorName, periodWords(made, reader));
  const text = made.code === undefined ? say`${comes} ${words.noCode}` : comes;
  return { kind: 'private', message: { text } };
}
