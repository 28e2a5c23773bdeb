import { z } from 'zod';
import type { Field } from '../../conversation/message.ts';
import { notice } from '../../conversation/notice.ts';
import { link, say } from '../../conversation/say.ts';
import { codeShown } from '../../core/id.ts';
import type { Statement } from '../../core/statement/statement.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { Reader, View } from '../shared/reader.ts';
import { checkUrl, paperOf, periodWords, sumWords } from './statement-paper.ts';

/** A statement, with what it comes to and the file itself. */
export const statementNotice = notice({
  kind: 'statement',
  data: z.object({ statement: z.string() }),
  render: async ({ reader }: View, { data, isShown }, deps: RenderDeps) => {
    // It does not change: what is shown stays.
    const made = isShown ? undefined : await deps.store.statement(data.statement);
    if (!made) return undefined;
    const { statement: words, formerMember } = reader.words;
    const people = await deps.store.people([...new Set(made.lines.flatMap(({ learners }) => learners))]);
    const content = await deps.pictures.statement(paperOf(made, people, reader, deps.publicUrl));
    const name = `tutorline-${made.fromDay}-${made.untilDay}.pdf`;
    return {
      title: say`${words.title}`,
      text: words.text(made.tutorName || formerMember, periodWords(made, reader)),
      fields: [{ name: words.total, value: say`${sumWords(made, reader)}` }, ...codeField(made, reader, deps)],
      enclosures: [{ name, type: 'application/pdf', content }],
    };
  },
});

function codeField(made: Statement, { words }: Reader, { publicUrl }: RenderDeps): readonly Field[] {
  const { code, checkHere, noCode } = words.statement;
  const url = checkUrl(made, publicUrl);
  if (made.code === undefined || url === undefined) return [{ name: code, value: say`${noCode}` }];
  return [{ name: code, value: [link(checkHere(codeShown(made.code)), url)] }];
}
