import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Action, Section } from '../../conversation/message.ts';
import { moment, say } from '../../conversation/say.ts';
import type { Apart } from '../../core/people/blocks.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { readerOf } from '../shared/reader.ts';

/** Of them on one page. */
const PAGE = 8;

/** Whom the admins keep out, with the way back in, and who keeps apart from whom: not who of the two wished it. */
export const tutoringBlocks = handler({
  task: 'read what happens',
  input: z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1), turn: Short }),
  read: async () => ({}),
  run: async (by, { page, turn }, deps: Deps): Promise<Reply> => {
    const reader = readerOf(by);
    const { blocks: words, buttons, formerMember } = reader.words;
    const found = await deps.store.allBlocks(deps.clock(), PAGE + 1, (page - 1) * PAGE);
    const shown = found.slice(0, PAGE);
    const people = await deps.store.people(shown.flatMap((one) => (one.kind === 'apart' ? one.people : [one.person])));
    const nameOf = (id: string) => people.get(id)?.name ?? formerMember;
    const section = (one: Apart): Section => {
      if (one.kind === 'apart') return { text: words.apart(nameOf(one.people[0]), nameOf(one.people[1])) };
      const until = one.until && moment(one.until, reader.zone);
      const target = { handler: 'decide-complaint', input: { complaint: one.complaint, do: 'readmitted' } };
      return {
        text: until ? words.paused(nameOf(one.person), until) : words.blocked(nameOf(one.person)),
        actions: [{ kind: 'button', label: buttons.decideComplaint.readmitted, style: 'plain', target }],
      };
    };
    const to = (label: string, target: number): Action => ({
      kind: 'button',
      label,
      style: 'plain',
      target: { handler: 'tutoring-blocks', input: { page: String(target), turn: 'page' } },
    });
    return {
      kind: turn === undefined ? 'private' : 'replace',
      message: {
        title: say`${words.title}`,
        ...(found.length === 0 && { text: words.nobody }),
        sections: shown.map(section),
        actions: [
          ...(page > 1 ? [to(buttons.back, page - 1)] : []),
          ...(found.length > PAGE ? [to(buttons.more, page + 1)] : []),
        ],
      },
    };
  },
});
