import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Option } from '../../conversation/message.ts';
import { lengthWords } from '../../conversation/when/clock-words.ts';
import { NOTE_MOST } from '../../core/limits.ts';
import type { Actor, Tutor } from '../../core/people/person.ts';
import type { Template } from '../../core/people/template.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { tutorMeant } from '../shared/people.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { type Booking, bookingInput, button, given, keepBooking } from './booking.ts';
import { bookInstead } from './instead.ts';
import { settleRequest } from './request.ts';

/** A kind of session is chosen where a length is: it has one. */
const MARK = 'template:';

/** A label longer than this is cut in a dialog of Discord's. */
const LABEL_MOST = 45;
const ANSWER_MOST = 300;

/** What a tutor offers beside mere lengths. Those for many are opened by the tutor. */
export async function templateOptions(
  reader: Reader,
  tutor: Tutor | undefined,
  deps: Deps,
): Promise<readonly Option[]> {
  if (!tutor) return [];
  const all = await deps.store.templates([tutor.person.id]);
  return all
    .filter(({ capacity }) => capacity === 1)
    .map((one) => ({
      value: `${MARK}${one.id}`,
      label: reader.words.template.option(one.name, lengthWords(one.lengthMinutes, reader.locale)),
    }));
}

/** How long that is: what was chosen is a length, or a kind of session. */
export async function minutesOf(length: string | undefined, deps: Deps): Promise<number> {
  return (await templateIn(length, deps))?.lengthMinutes ?? Number(length);
}

async function templateIn(length: string | undefined, deps: Deps): Promise<Template | undefined> {
  return length?.startsWith(MARK) ? deps.store.template(length.slice(MARK.length)) : undefined;
}

/**
 * A kind of session stands for its length, its place and its agenda. What its tutor wants to know first is asked before
 * anything is sent.
 */
export async function unfolded(by: Actor, booking: Booking, deps: Deps): Promise<Booking | Reply> {
  if (!booking.length?.startsWith(MARK)) return booking;
  const template = await chosen(by, booking, deps);
  if (template.questions.length === 0) return filled(booking, template, []);
  const { words } = readerOf(by);
  const draft = await keepBooking(by, booking, deps);
  const tutor = await deps.store.person(template.tutor);
  const text = words.template.asks(tutor?.name ?? words.theTutor, template.name);
  return {
    kind: 'private',
    message: { text, actions: [button(words.buttons.answer, 'primary', 'book-answers', { draft })] },
  };
}

const Answer = z.string().trim().max(ANSWER_MOST).default('');

/** The tutor's questions, and the request with what was answered. */
export const bookAnswers = handler({
  input: bookingInput.extend({ a0: Answer, a1: Answer, a2: Answer, a3: Answer, a4: Answer }),
  form: async (by, input, deps: Deps) => {
    const { draft } = input;
    const template = await chosen(by, bookingInput.parse(input), deps);
    const { words } = readerOf(by);
    return {
      title: template.name,
      submit: words.template.send,
      carry: given({ draft }),
      fields: template.questions.map(({ text, isRequired }, index) => ({
        kind: 'text' as const,
        name: `a${index}`,
        label: text,
        ...(text.length > LABEL_MOST && { hint: text }),
        isLong: true,
        isOptional: !isRequired,
        most: ANSWER_MOST,
        ...(input[`a${index}`] && { value: input[`a${index}`] ?? '' }),
      })),
    };
  },
  run: async (by, { a0, a1, a2, a3, a4, like: _, ...booking }, deps: Deps): Promise<Reply> => {
    const template = await chosen(by, booking, deps);
    const answers = [a0, a1, a2, a3, a4];
    const missing = template.questions.findIndex(({ isRequired }, index) => isRequired && answers[index] === '');
    if (missing >= 0) throw new Refusal('required', {}, `a${missing}`);
    return settleRequest(by, filled(booking, template, answers), deps);
  },
  instead: bookInstead('private'),
});

/** @throws Refusal where the tutor who is meant does not offer it. */
async function chosen(by: Actor, { length, tutor }: Booking, deps: Deps): Promise<Template> {
  const template = await templateIn(length, deps);
  const meant = await tutorMeant(readerOf(by), deps, tutor);
  if (!template || template.capacity > 1 || template.tutor !== meant?.person.id)
    throw new Refusal('template-gone', {}, 'length');
  return template;
}

/** The tutor reads all of it in the note of the request. */
function filled(booking: Booking, template: Template, answers: readonly string[]): Booking {
  const asked = template.questions.flatMap(({ text }, index) =>
    (answers[index] ?? '') === '' ? [] : [`${text} ${answers[index]}`],
  );
  const note = [template.name, template.agenda, ...asked, booking.note ?? ''].filter((line) => line !== '').join('\n');
  if (note.length > NOTE_MOST) throw new Refusal('too-long', { most: NOTE_MOST }, 'note');
  return { ...booking, note, length: String(template.lengthMinutes), platform: template.platform };
}
