import type { Action, Message, Section, Text } from '../../conversation/message.ts';
import { moment, say } from '../../conversation/say.ts';
import { expectedAt, isOfficeOpen, type Office, placeIn, sessionNow, waitingIn } from '../../core/groups/office.ts';
import { isOn, type Session } from '../../core/session/session.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { Reader } from '../shared/reader.ts';

type CardDeps = Pick<RenderDeps, 'store' | 'clock'>;

/** Office hours as their reader may see them: the queue to the tutor, their place to whoever waits, the way in to everybody. */
export async function officeCard(office: Office, reader: Reader, deps: CardDeps): Promise<Message> {
  return officeSection(office, reader, deps);
}

/** `isInChannel`: others read where it is shown. */
export async function officeSection(
  office: Office,
  reader: Reader,
  deps: CardDeps,
  isInChannel = false,
): Promise<Section> {
  const running = sessionNow(office);
  const [people, last] = await Promise.all([
    deps.store.people([office.tutor, ...office.places.map((one) => one.person)]),
    running === undefined ? undefined : deps.store.session(running),
  ]);
  const session = last && isOn(last) ? last : undefined;
  const nameOf = (person: string) => people.get(person)?.name ?? reader.words.formerMember;
  const { office: words } = reader.words;
  const waiting = waitingIn(office);
  const isTutor = office.tutor === reader.person.id;
  const title = words.title(nameOf(office.tutor), office.subject);
  if (office.closedAt) return { title, text: words.over };
  const now = deps.clock();
  return {
    title,
    text: isTutor ? withWhom(session, reader, nameOf) : standing(office, reader, session?.endsAt, now),
    fields: [
      { name: words.until, value: say`${moment(office.openUntil, reader.zone)}` },
      {
        name: words.queue,
        value: isTutor && waiting.length > 0 ? say`${waiting.map(nameOf).join(', ')}` : words.waiting(waiting.length),
      },
    ],
    actions: isTutor ? forTutor(office, reader, isInChannel) : forLearner(office, reader, now),
  };
}

function withWhom(session: Session | undefined, reader: Reader, nameOf: (person: string) => string): Text {
  const { office: words } = reader.words;
  const learner = session?.participants.find((one) => one.role === 'learner')?.person;
  if (!session || learner === undefined) return words.free;
  return words.withWhom(nameOf(learner), moment(session.endsAt, reader.zone, 'time'));
}

/** Which place the reader has and when they can expect to be called, or what they would have. */
export function standing(office: Office, reader: Reader, busyUntil: Date | undefined, now: Date): Text {
  const { office: words } = reader.words;
  const me = reader.person.id;
  const place = placeIn(office, me);
  const at = (nr: number) => moment(expectedAt(office, nr, busyUntil, now), reader.zone, 'time');
  if (place !== undefined) return words.yourPlace(place, at(place));
  if (office.places.findLast(({ person }) => person === me)?.state === 'called') return words.yourTurn;
  return isOfficeOpen(office, now) ? words.open(office.minutes, at(waitingIn(office).length + 1)) : words.full;
}

function forTutor({ id, places }: Office, reader: Reader, isInChannel: boolean): readonly Action[] {
  const { buttons } = reader.words;
  const isWaitedFor = waitingIn({ places }).length > 0;
  return [
    ...(isWaitedFor ? [button(buttons.callNext, 'office-next', id, 'primary')] : []),
    ...(isInChannel ? [button(buttons.announceHere, 'office-announce', id)] : []),
    button(buttons.closeOffice, 'office-close', id, 'danger'),
  ];
}

/** In a channel both: what one cannot do is answered with a sentence. */
function forLearner(office: Office, reader: Reader, now: Date): readonly Action[] {
  const { buttons } = reader.words;
  const isForAll = reader.person.id === '';
  const isIn = placeIn(office, reader.person.id) !== undefined;
  return [
    ...(isOfficeOpen(office, now) && !isIn ? [button(buttons.joinQueue, 'office-queue', office.id, 'primary')] : []),
    ...(isIn || isForAll ? [button(buttons.leaveQueue, 'office-leave', office.id)] : []),
  ];
}

function button(
  label: string,
  handler: string,
  office: string,
  style: 'primary' | 'plain' | 'danger' = 'plain',
): Action {
  return { kind: 'button', label, style, target: { handler, input: { office } } };
}
