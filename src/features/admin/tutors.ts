import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Action, Section } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import type { Tutor } from '../../core/people/person.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { From, pageOf } from '../shared/pages.ts';
import { peopleOptions, personMeant, UNKNOWN } from '../shared/person-meant.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { caresOfTutor, personCard } from './people.ts';
import { tutorFields } from './tutor-fields.ts';

/** Tutors on one page. */
const PAGE = 5;

/** All tutors, those who are paused or wait for an answer too, with what an admin can decide of them. */
export const adminTutors = handler({
  task: 'look after people',
  input: z.object({ tutor: Short, from: From, turn: Short }),
  suggest: { tutor: (by, typed, _, deps: Deps) => peopleOptions(by, typed, deps) },
  read: async (_, { text, mentions }) => {
    const tutor = mentions.length > 0 ? (mentions[0] ?? UNKNOWN) : text;
    return tutor === '' ? {} : { tutor };
  },
  run: async (by, { tutor, from, turn }, deps: Deps) => {
    const reader = readerOf(by);
    if (tutor !== undefined)
      return { kind: 'private', message: await personCard(await personMeant(by, tutor, deps), reader, deps) };
    const found = await deps.store.tutors({ limit: PAGE + 1, offset: from });
    const { people: words } = reader.words;
    const to = (label: string, begin: number): Action => ({
      kind: 'button',
      label,
      style: 'plain',
      target: { handler: 'tutoring-tutors', input: { from: String(begin), turn: 'page' } },
    });
    const { shown, turns } = pageOf(
      found.slice(0, PAGE).map((one) => tutorLine(one, reader)),
      reader,
      { from, size: PAGE, hasMore: found.length > PAGE, turn: to },
    );
    const message = {
      title: say`${words.allTutors}`,
      ...(found.length === 0 && { text: words.noTutors }),
      sections: shown,
      actions: turns,
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
