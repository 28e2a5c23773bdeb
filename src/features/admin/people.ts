import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { chatName } from '../../conversation/languages/chat-name.ts';
import type { Action, Message } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import type { Person, Tutor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { PAST, UPCOMING } from '../session/session-section.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { peopleOptions, personMeant, UNKNOWN } from '../shared/person-meant.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { caring } from './care.ts';
import { tutorFields } from './tutor-fields.ts';

/** Sessions that are counted of one person. */
const COUNTED = 500;

/** Somebody as admins see them: who they are, what they have, and what can be decided of them. */
export const people = handler({
  task: 'look after people',
  input: z.object({ person: Short }),
  suggest: { person: (by, typed, _, deps: Deps) => peopleOptions(by, typed, deps) },
  read: async (_, { text, mentions }) => {
    const person = mentions.length > 0 ? (mentions[0] ?? UNKNOWN) : text;
    return person === '' ? {} : { person };
  },
  form: async (by, input, deps: Deps) => {
    if ((input['person'] ?? '') !== '' && input['draft'] === undefined) return undefined;
    const { people: words } = readerOf(by).words;
    return {
      title: words.title,
      submit: words.submit,
      carry: {},
      fields: [
        {
          kind: 'search',
          name: 'person',
          label: words.who,
          isOptional: false,
          options: await peopleOptions(by, '', deps),
          ...(input['person'] === undefined ? {} : { value: input['person'] }),
        },
      ],
    };
  },
  run: async (by, { person }, deps: Deps): Promise<Reply> => {
    if (person === undefined) throw new Refusal('required', {}, 'person');
    const found = await personMeant(by, person, deps);
    return { kind: 'private', message: await personCard(found, readerOf(by), deps) };
  },
});

/** What is known of somebody, with what an admin can do. */
export async function personCard(person: Person, reader: Reader, deps: Deps): Promise<Message> {
  const [accounts, tutor, ahead, past] = await Promise.all([
    deps.store.accounts(person.id),
    deps.store.tutor(person.id),
    deps.store.sessions({ person: person.id, states: UPCOMING, limit: COUNTED }),
    deps.store.sessions({ person: person.id, states: PAST, limit: COUNTED }),
  ]);
  const { people: words, buttons } = reader.words;
  const chats = [...new Set(accounts.map(({ chat }) => chatName(chat)))].join(', ');
  const theirs = (label: string, which: string): Action => ({
    kind: 'button',
    label,
    style: 'plain',
    target: { handler: 'tutoring-sessions', input: { person: person.id, which } },
  });
  return {
    title: say`${person.name}`,
    ...(person.isSilenced && { text: words.silenced }),
    fields: [
      { name: words.chats, value: say`${chats === '' ? '–' : chats}` },
      { name: words.zone, value: say`${person.zone ?? '–'}` },
      { name: words.sessions, value: words.counted(ahead.length, past.length) },
      ...(tutor ? tutorFields(tutor, reader) : []),
    ],
    actions: [
      theirs(buttons.upcoming, 'upcoming'),
      theirs(buttons.past, 'past'),
      ...(tutor ? caresOfTutor(tutor, reader) : []),
      caring(person.isSilenced ? 'hear' : 'silence', person, reader),
    ],
  };
}

/** What can be decided of a tutor: of one who applies, yes or no first. */
export function caresOfTutor({ person, isPaused, application }: Tutor, reader: Reader): readonly Action[] {
  const { buttons } = reader.words;
  const answer = (label: string, handler: string, style: 'primary' | 'danger'): Action => ({
    kind: 'button',
    label,
    style,
    target: { handler, input: { applicant: person.id } },
  });
  return [
    ...(application.standing === 'applied'
      ? [
          answer(buttons.approve, 'application-approve', 'primary'),
          answer(buttons.refuse, 'application-refuse', 'danger'),
        ]
      : [caring(isPaused ? 'resume' : 'pause', person, reader)]),
    caring('limit', person, reader),
    caring('remove', person, reader),
  ];
}
