import type { Handler, Instead, RawInput, Reply } from '../../conversation/handler.ts';
import type { Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Refusal, Refusals } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { readerOf } from '../shared/reader.ts';
import { bookingInput, button, keepBooking } from './booking.ts';
import { timesOffered } from './offered.ts';

/** What can be had where a booking is refused: another time, or one of those who could be meant. */
export const bookInstead =
  (kind: Reply['kind']): NonNullable<Handler<Deps>['instead']> =>
  async (by, input, refusal, sentence, deps) =>
    (await timesInstead(by, input, refusal, sentence, deps, kind)) ??
    (await tutorsInstead(by, input, refusal, sentence, deps, kind));

/** Refusals of a time to which other times are an answer. */
const ABOUT_TIME: readonly string[] = [
  'tutor-busy',
  'you-are-busy',
  'nobody-free',
  'past',
  'too-far',
  'too-soon',
  'tutor-away',
  'tutor-full',
  'outside-hours',
  'closed-then',
];

/** Where a time cannot be had: the nearest ones that can. Undefined when it is refused for another reason. */
export async function timesInstead(
  by: Actor,
  input: RawInput,
  refusal: Refusal,
  because: Text,
  deps: Deps,
  kind: Reply['kind'],
): Promise<Instead | undefined> {
  if (!ABOUT_TIME.includes(refusal.code)) return undefined;
  // Who has said only now where they are reads the times of that place.
  const person = by.person.zone === undefined ? await deps.store.person(by.person.id) : by.person;
  const located = { ...by, person: person ?? by.person };
  const reader = readerOf(located);
  const booking = bookingInput.parse(input);
  const when = parseWhen(booking.when ?? '', {
    now: deps.clock(),
    zone: reader.zone ?? deps.defaultZone,
    language: reader.language,
  });
  const isNear = when.kind === 'moment' && refusal.code !== 'too-far' && when.start > deps.clock();
  const near = isNear ? when.start : undefined;
  const message = await timesOffered(located, booking, deps, { because, near, isRefused: true });
  const labels = (message.actions ?? []).flatMap((action) =>
    action.kind === 'button' && action.target.handler === 'book-chosen' ? [action.label] : [],
  );
  const short = labels.length === 0 ? because : [...because, ...say` ${reader.words.book.nearby(labels.join(', '))}`];
  return { reply: { kind, message }, short };
}

/** Where more than one tutor could be meant: each of them, to press. */
async function tutorsInstead(
  by: Actor,
  input: RawInput,
  refusal: Refusal,
  sentence: Text,
  deps: Deps,
  kind: Reply['kind'],
): Promise<Instead | undefined> {
  if (refusal.code !== 'unknown-tutor') return undefined;
  const { like = [] } = refusal.data as Refusals['unknown-tutor'];
  if (like.length === 0) return undefined;
  const draft = await keepBooking(by, bookingInput.parse(input), deps);
  const people = like.map(({ id, name }) => button(name, 'plain', 'book-meant', { draft, tutor: id }));
  const change = button(readerOf(by).words.buttons.change, 'plain', 'book', { draft });
  return { reply: { kind, message: { text: sentence, actions: [...people, change] } }, short: sentence };
}
