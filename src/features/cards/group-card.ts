import type { Action, Field, Message, Section, Text } from '../../conversation/message.ts';
import { join, moment, say } from '../../conversation/say.ts';
import { isGroup, isWaitingFor, placesLeft } from '../../core/groups/group.ts';
import type { Series } from '../../core/series/series.ts';
import { learners, participant, type Session } from '../../core/session/session.ts';
import type { Deps } from '../shared/deps.ts';
import { placeName } from '../shared/platform-name.ts';
import { nameOf, namesOf, type SessionView } from '../shared/reader.ts';
import { ruleWords } from '../shared/rule-words.ts';
import { button, isPossible, leaving } from './actions.ts';
import { happened } from './happened.ts';
import { whenFields } from './session-fields.ts';

type CardDeps = Pick<Deps, 'platforms'>;

/** A group session as everybody may see it: nobody's name but the tutor's, and no link. In a channel many read the same. */
export function announcement(view: SessionView, deps: CardDeps): Message {
  return { ...publicSection(view, deps), text: whatNow(view), actions: isJoinable(view) ? forAll(view) : [] };
}

/** A course in a channel: what is still to come of it. `view`: of the next of them. */
export function courseAnnouncement(view: SessionView, series: Series, dates: readonly Text[], deps: CardDeps): Message {
  const { series: words } = view.reader.words;
  const section = publicSection(view, deps);
  const rule = { name: words.field, value: say`${ruleWords(series, view.reader)}. ${words.clock}` };
  return {
    ...section,
    text: whatNow(view),
    fields: [rule, ...(section.fields ?? []), { name: words.dates, value: join(dates, '\n') }],
    actions: isJoinable(view) ? forAll(view) : [],
  };
}

/** The same for one reader who is not in it, with what they can do about it. */
export function groupCard(view: SessionView, deps: CardDeps): Message {
  const { session, reader } = view;
  const isWaiting = isWaitingFor(session, reader.person.id);
  const standing = isWaiting || !isJoinable(view) ? [] : say`${reader.words.group.notIn} `;
  return { ...publicSection(view, deps), text: [...standing, ...mine(view)], actions: forMe(view) };
}

/** The same as an entry of a list. */
export function groupSection(view: SessionView, deps: CardDeps, more: readonly Action[] = []): Section {
  return { ...publicSection(view, deps), text: mine(view), actions: [...forMe(view), ...more] };
}

function publicSection(view: SessionView, deps: CardDeps): Section {
  const { session, reader } = view;
  const { fields, group } = reader.words;
  const { meeting, note } = session;
  return {
    title: group.title(session.subject, nameOf(view, session.tutor)),
    fields: [
      ...whenFields(view),
      ...placesField(view),
      ...(meeting ? [{ name: fields.where, value: say`${placeName(view, meeting, deps)}` }] : []),
      ...(note === '' ? [] : [{ name: fields.note, value: say`${note}` }]),
    ],
  };
}

/** How many have signed up, who waits, and what it still needs; of other sessions nothing. */
export function placesField({ session, reader }: Pick<SessionView, 'session' | 'reader'>): readonly Field[] {
  if (!isGroup(session)) return [];
  const words = reader.words.group;
  const { minimum, minimumUntil, waiting, capacity } = session;
  const parts = [
    words.taken(learners(session).length, capacity),
    ...(waiting.length > 0 && session.state === 'confirmed' ? [words.waiting(waiting.length)] : []),
    ...(minimum !== undefined && minimumUntil && session.state === 'confirmed'
      ? [words.atLeast(minimum, moment(minimumUntil, reader.zone))]
      : []),
  ];
  return [{ name: words.places, value: join(parts, ' · ') }];
}

/** To whoever teaches it or looks after it: who has signed up. */
export function signedUpField(view: SessionView): readonly Field[] {
  const { session, reader } = view;
  const isForThem = session.tutor === reader.person.id || !participant(session, reader.person.id);
  const people = learners(session).map((one) => one.person);
  if (!isGroup(session) || !isForThem || people.length === 0) return [];
  return [{ name: reader.words.group.signedUp, value: say`${namesOf(view, people, people.length)}` }];
}

function isJoinable({ session, now }: SessionView): boolean {
  return session.state === 'confirmed' && now < session.startsAt;
}

/** What anybody can do about it, or what became of it. */
function whatNow(view: SessionView): Text {
  const { group, happened: words } = view.reader.words;
  const { state } = view.session;
  const { series } = view.session;
  const course = series ? say` ${view.reader.words.series.course(series.size)}` : [];
  if (isJoinable(view)) return [...(placesLeft(view.session) > 0 ? group.open : group.full), ...course];
  if (state === 'confirmed' || state === 'started') return words.started;
  return state === 'ended' ? words.ended : happened(view);
}

function mine(view: SessionView): Text {
  const { session, reader } = view;
  const { group } = reader.words;
  const me = reader.person.id;
  if (!isJoinable(view)) return whatNow(view);
  if (session.tutor === me) return group.youTeach;
  if (participant(session, me)) return group.youAreIn;
  return isWaitingFor(session, me) ? group.youWait(session.waiting.indexOf(me) + 1) : whatNow(view);
}

/** In a channel it is the same for everybody: what one cannot do is answered with a sentence. */
function forAll(view: SessionView): readonly Action[] {
  return [signingUp(view), button(view, 'leave', view.reader.words.buttons.leave)];
}

function forMe(view: SessionView): readonly Action[] {
  const isWaiting = isWaitingFor(view.session, view.reader.person.id);
  return [...(isPossible(view, 'enrol') && !isWaiting ? [signingUp(view)] : []), ...leaving(view)];
}

function signingUp(view: SessionView): Action {
  const { buttons } = view.reader.words;
  return button(view, 'enrol', placesLeft(view.session) > 0 ? buttons.signUp : buttons.joinWaitlist, 'primary');
}

/** Whether it is shown as everybody may see it: to whoever is not in it, but for admins. */
export function isShownPublicly(session: Session, person: string): boolean {
  return isGroup(session) && participant(session, person) === undefined;
}
