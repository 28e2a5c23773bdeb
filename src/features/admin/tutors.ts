import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Action, Section } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import type { Tutor } from '../../core/people/person.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { peopleOptions, personMeant, UNKNOWN } from '../shared/person-meant.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { caresOfTutor, personCard } from './people.ts';
import { tutorFields } from './tutor-fields.ts';

/** Tutors on one page: with their buttons they fit into a message of every chat. */
const PAGE = 5;

/** All tutors, those who are paused or wait for an answer too, with what an admin can decide of them. */
export const adminTutors = handler({
  task: 'look after people',
  input: z.object({ tutor: Short, page: z.coerce.number().int().min(1).max(1000).catch(1), turn: Short }),
  suggest: { tutor: (by, typed, _, deps: Deps) => peopleOptions(by, typed, deps) },
  read: async (_, { text, mentions }) => {
    const tutor = mentions.length > 0 ? (mentions[0] ?? UNKNOWN) : text;
    return tutor === '' ? {} : { tutor };
  },
  run: async (by, { tutor, page, turn }, deps: Deps) => {
    const reader = readerOf(by);
    if (tutor !== undefined)
      return { kind: 'private', message: await personCard(await personMeant(by, tutor, deps), reader, deps) };
    const found = await deps.store.tutors({ limit: PAGE + 1, offset: (page - 1) * PAGE });
    const { people: words, buttons } = reader.words;
    const to = (label: string, page: number): Action => ({
      kind: 'button',
      label,
      style: 'plain',
      target: { handler: 'tutoring-tutors', input: { page: String(page), turn: 'page' } },
    });
    const message = {
      title: say`${words.allTutors}`,
      ...(found.length === 0 && { text: words.noTutors }),
      sections: [
        ...found.slice(0, PAGE).map((one) => tutorLine(one, reader)),
        {
          actions: [
            ...(page > 1 ? [to(buttons.back, page - 1)] : []),
            ...(found.length > PAGE ? [to(buttons.more, page + 1)] : []),
          ],
        },
      ],
    };
    return { kind: turn === undefined ? 'private' : 'replace', message };
  },
});

function tutorLine(tutor: Tutor, reader: Reader): Section {
  return {
    title: say`${tutor.person.name}`,
    fields: tutorFields(tutor, reader),
    actions: caresOfTutor(tutor, reader),
  };
}
