import type { Field, Message, Text } from '../../conversation/message.ts';
import { link, moment, say } from '../../conversation/say.ts';
import { lengthWords } from '../../conversation/when/clock-words.ts';
import type { PlatformChoice } from '../../core/meeting/platforms.ts';
import { isAgreed } from '../../core/session/recording.ts';
import { isOn, isOpen, learners, lengthMinutes, participant, startedAtOnce } from '../../core/session/session.ts';
import { standing } from '../../core/session/standing.ts';
import { answerBy } from '../../core/session/times.ts';
import type { Deps } from '../shared/deps.ts';
import { placeName, platformName } from '../shared/platform-name.ts';
import { learnersNamed, nameOf, namesOf, otherOf, type SessionView } from '../shared/reader.ts';
import { actionsFor, answers, isPossibleForMe } from './actions.ts';

/** What a tutor is told about a request beyond the session itself. */
export interface RequestContext {
  /** Sessions that these two have had. */
  readonly earlier: { readonly count: number; readonly lastAt: Date } | undefined;
  /** Requests of this learner that this tutor has not answered, with this one. */
  readonly waiting: { readonly count: number; readonly seen: string };
  readonly isOutsideHours: boolean;
  /** Where the tutor can meet. */
  readonly platforms: readonly PlatformChoice[];
  /** The platform that is chosen on the card. */
  readonly platform: string | undefined;
}

type CardDeps = Pick<Deps, 'platforms' | 'publicUrl'>;

/** The learner's card about what they asked for. */
export function receiptCard(view: SessionView, deps: CardDeps): Message {
  const { session, reader } = view;
  const { words } = reader;
  if (session.state !== 'requested') return outcomeCard(view);
  const by = moment(answerBy(session), reader.zone);
  const text =
    session.tutor === undefined
      ? words.receipt.toAny(session.candidates.length, by)
      : words.receipt.toOne(nameOf(view, session.tutor), by);
  return {
    title: say`${words.receipt.title}`,
    text,
    fields: [subjectField(view), tutorField(view), whenField(view), ...noteField(view)],
    actions: actionsFor(view, deps),
  };
}

/** The card on which a tutor answers. */
export function requestCard(view: SessionView, context: RequestContext): Message {
  const { session, reader } = view;
  const { words } = reader;
  if (session.state !== 'requested') return outcomeCard(view);
  if (!isPossibleForMe(view, 'see')) return { ...outcomeCard(view), text: words.request.youDeclined };
  const learner = learnersNamed(view);
  const known =
    context.earlier === undefined
      ? words.request.first
      : words.request.earlier(context.earlier.count, moment(context.earlier.lastAt, reader.zone));
  return {
    title: session.tutor === undefined ? words.request.titleAny(learner) : words.request.title(learner),
    text: [
      ...known,
      ...(context.isOutsideHours ? say` ${words.request.outsideHours}` : []),
      ...say` ${words.request.answerBy(moment(answerBy(session), reader.zone))}`,
    ],
    fields: [subjectField(view), whenField(view), ...noteField(view)],
    actions: answers(view, context.platforms, context.platform, context.waiting),
  };
}

/** Where and when to meet, kept true until it is over. */
export function meetingCard(view: SessionView, deps: CardDeps): Message {
  const { session, reader } = view;
  const { words } = reader;
  if (!isOn(session)) return outcomeCard(view);
  return {
    title: words.meeting.title(session.subject, otherOf(view)),
    text: whereItStands(view),
    fields: [whenField(view), ...meetingFields(view, deps), ...recordingField(view), ...noteField(view)],
    actions: actionsFor(view, deps),
  };
}

function whereItStands({ session, reader: { words } }: SessionView): Text {
  if (session.state === 'started') return words.happened.started;
  if (startedAtOnce(session)) return session.meeting ? words.meet.now : words.meet.preparing;
  if (session.meeting) return words.meeting.confirmed;
  return session.meetingDueAt ? words.meeting.later : words.meeting.preparing;
}

/** The session has another time, and everything else stays. */
export function movedCard(view: SessionView, deps: CardDeps, from: Date): Message {
  const { session, reader } = view;
  if (!isOpen(session)) return outcomeCard(view);
  const { words } = reader;
  return {
    title: words.move.movedTitle(session.subject),
    text: words.move.moved,
    fields: [
      { name: words.fields.before, value: say`${moment(from, reader.zone)}` },
      whenField(view),
      ...meetingFields(view, deps),
    ],
    actions: actionsFor(view, deps),
  };
}

/** What became of a session, without buttons: for cards on which there is nothing left to do. */
export function outcomeCard(view: SessionView): Message {
  const { session, reader } = view;
  return {
    title: reader.words.meeting.title(session.subject, otherOf(view)),
    text: happened(view),
    fields: [whenField(view), ...reasonField(view)],
  };
}

/** One sentence on what happened, as the reader sees it: a participant, a tutor who was asked too, or an admin. */
export function happened(view: SessionView): Text {
  const { session, reader } = view;
  const words = reader.words.happened;
  const me = reader.person.id;
  const closer = nameOf(view, session.closedBy);
  const isIn = participant(session, me) !== undefined;
  const taken = session.candidates.includes(me) && reader.words.request.taken(nameOf(view, session.tutor));
  const where = standing(session, me);
  switch (where) {
    case 'requested':
      return reader.words.request.youDeclined;
    case 'confirmed':
      if (session.tutor === me) return words.confirmedByYou;
      return (!isIn && taken) || words.confirmedBy(nameOf(view, session.tutor));
    case 'declined':
      return session.closedBy === me ? words.declinedByYou : words.declinedBy(closer);
    case 'cancelled':
      return session.closedBy === me ? words.cancelledByYou : words.cancelledBy(closer);
    case 'expired':
      return words.expired;
    case 'started':
    case 'ended':
    case 'took-place':
    case 'disputed':
    case 'unknown':
      return isIn ? words[where] : taken || say`${reader.words.sessions.state[where]}`;
    case 'learner-missing':
      return words[where](missingNamed(view));
    case 'tutor-missing':
      return words[where](nameOf(view, session.tutor));
  }
}

/** To a learner only they themselves: who else was missing is the tutor's to know. */
function missingNamed(view: SessionView): string {
  const me = view.reader.person.id;
  const missing = learners(view.session).filter((one) => one.outcome === 'learner-missing');
  const mine = missing.filter((one) => one.person === me);
  return namesOf(
    view,
    (mine.length > 0 ? mine : missing).map((one) => one.person),
  );
}

export function whenField(view: SessionView): Field {
  const { session, reader } = view;
  const when = reader.words.whenAndLength(
    moment(session.startsAt, reader.zone),
    lengthWords(lengthMinutes(session), reader.locale),
  );
  return { name: reader.words.fields.when, value: when };
}

export function subjectField(view: SessionView): Field {
  return { name: view.reader.words.fields.subject, value: say`${view.session.subject}` };
}

/** Only where somebody has said something about it. */
function recordingField(view: SessionView): readonly Field[] {
  const isAbout = view.session.participants.some((one) => one.agreesToRecording !== undefined);
  return isAbout ? [{ name: view.reader.words.fields.recording, value: recordingState(view) }] : [];
}

/** Where the agreement on a recording stands, in one sentence. */
export function recordingState({ session, reader }: SessionView): Text {
  const words = reader.words.recording;
  if (isAgreed(session)) return words.on;
  const said = session.participants.map((one) => one.agreesToRecording);
  return said.includes(true) && !said.includes(false) ? words.waiting : words.off;
}

export function tutorField(view: SessionView): Field {
  const { session, reader } = view;
  const tutor = session.tutor === undefined ? reader.words.anyTutor : nameOf(view, session.tutor);
  return { name: reader.words.fields.tutor, value: say`${tutor}` };
}

/** The other side: to the tutor the learners, to everybody else the tutor. */
export function withField(view: SessionView): Field {
  const { session, reader } = view;
  if (session.tutor !== reader.person.id) return tutorField(view);
  return { name: reader.words.fields.learner, value: say`${otherOf(view)}` };
}

export function noteField(view: SessionView): readonly Field[] {
  return view.session.note === '' ? [] : [{ name: view.reader.words.fields.note, value: say`${view.session.note}` }];
}

export function reasonField(view: SessionView): readonly Field[] {
  const { reason } = view.session;
  return reason === undefined || reason === ''
    ? []
    : [{ name: view.reader.words.fields.reason, value: say`${reason}` }];
}

/** An id that people type into an app or a telephone; a room's name is in the link already. */
const DIALLED = /^\d{6,}$/;

/** Platform, link, id and passcode: what the platform really made, and honestly so. */
export function meetingFields(view: SessionView, deps: CardDeps): readonly Field[] {
  const { session, reader } = view;
  const { meeting } = session;
  if (!meeting) return [];
  const { fields, meeting: words } = reader.words;
  const used = placeName(meeting, reader.words, deps);
  const hints: Text[] = [say`${used}`];
  if (meeting.fallback) hints.push(words.fallback(platformName(meeting.fallback.from, reader.words, deps), used));
  const mustLogIn = deps.platforms.find((one) => one.id === meeting.platform)?.tutorMustLogIn === true;
  if (mustLogIn && session.tutor === reader.person.id) hints.push(words.jitsiTutor);
  const url = personalUrl(view, deps);
  return [
    { name: fields.where, value: hints.flatMap((hint, index) => (index === 0 ? hint : [...say`. `, ...hint])) },
    { name: fields.link, value: [link(url, url)] },
    ...(!DIALLED.test(meeting.meetingId) ? [] : [{ name: fields.meetingId, value: say`${meeting.meetingId}` }]),
    ...(meeting.passcode === undefined ? [] : [{ name: fields.passcode, value: say`${meeting.passcode}` }]),
  ];
}

/** The reader's own way in: a `/j/` link where there is a public address, else the room itself. */
export function personalUrl(view: SessionView, deps: Pick<Deps, 'publicUrl'>): string {
  const me = participant(view.session, view.reader.person.id);
  const room = view.session.meeting?.url ?? '';
  return deps.publicUrl !== undefined && me ? `${deps.publicUrl}/j/${me.joinToken}` : room;
}
