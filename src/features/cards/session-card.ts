import type { Message, Text } from '../../conversation/message.ts';
import { moment, say } from '../../conversation/say.ts';
import type { Aim } from '../../core/learning/port.ts';
import type { PlatformChoice } from '../../core/meeting/platforms.ts';
import { isOn, participant, type Session, startedAtOnce } from '../../core/session/session.ts';
import { answerBy } from '../../core/session/times.ts';
import { learnersNamed, nameOf, otherOf, type SessionView } from '../shared/reader.ts';
import { actionsFor, answers, dangerLast, isPossibleForMe, offer, rarely, timesToAnswer, writing } from './actions.ts';
import { aimFields, boardField } from './aims.ts';
import { placesField, signedUpField } from './group-card.ts';
import { happened, whoConfirmed } from './happened.ts';
import {
  type CardDeps,
  comingFields,
  meetingFields,
  noteField,
  proposalField,
  reasonField,
  recordingField,
  subjectField,
  tutorField,
  whenField,
  whenFields,
} from './session-fields.ts';

/** What a tutor is told about a request beyond the session itself. */
export interface RequestContext {
  /** Sessions that these two have had. */
  readonly earlier: { readonly count: number; readonly lastAt: Date } | undefined;
  /** Requests of this learner that this tutor has not answered, with this one. */
  readonly waiting: { readonly count: number };
  readonly isOutsideHours: boolean;
  /** What they have set themselves and not ticked off. */
  readonly aims: readonly Aim[];
  /** Where the tutor can meet. */
  readonly platforms: readonly PlatformChoice[];
  /** The platform that is chosen on the card. */
  readonly platform: string | undefined;
}

/** The learner's card about what they asked for. */
export function receiptCard(view: SessionView, deps: CardDeps, aims: readonly Aim[] = []): Message {
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
    text: isPossibleForMe(view, 'message') ? [...text, ...say` `, ...words.receipt.files] : text,
    fields: [subjectField(view), tutorField(view), ...whenFields(view), ...noteField(view), ...aimFields(aims, reader)],
    actions: actionsFor(view, deps),
  };
}

/** The card on which a tutor answers. */
export function requestCard(view: SessionView, context: RequestContext): Message {
  const { session, reader } = view;
  const { words } = reader;
  if (session.state !== 'requested') return outcomeCard(view);
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
    fields: [subjectField(view), ...whenFields(view), ...noteField(view), ...aimFields(context.aims, reader)],
    actions: dangerLast([
      ...timesToAnswer(view),
      ...answers(view, context.platforms, context.platform, context.waiting),
      ...offer(view, 'propose', words.buttons.propose),
      ...offer(view, 'hand-over', words.buttons.handOver),
      ...rarely(view, [
        ...offer(view, 'aims', words.buttons.aims),
        ...writing(view),
        ...offer(view, 'complaint', words.buttons.complaint),
      ]),
    ]),
  };
}

/** Where and when to meet, kept true until it is over. */
export function meetingCard(view: SessionView, deps: CardDeps): Message {
  const { session, reader } = view;
  const { words } = reader;
  if (!isOn(session)) return outcomeCard(view);
  return {
    title: words.meeting.title(session.subject, otherOf(view)),
    text: [...whereItStands(view), ...huddle(view)],
    fields: [
      ...whenFields(view),
      ...comingFields(view),
      ...placesField(view),
      ...signedUpField(view),
      ...meetingFields(view, deps),
      ...boardField(view, deps),
      ...recordingField(view, deps),
      ...noteField(view),
    ],
    actions: actionsFor(view, deps),
  };
}

/** In Slack people can talk without a room, but only they can begin: no app can. */
function huddle(view: SessionView): Text {
  const { session, reader, together } = view;
  const isForMe = session.meeting !== undefined && participant(session, reader.person.id) !== undefined;
  return isForMe && together.includes('slack') ? say` ${reader.words.meeting.huddle(otherOf(view))}` : [];
}

function whereItStands(view: SessionView): Text {
  const { session, reader } = view;
  const { words } = reader;
  if (session.state === 'started') return words.happened.started;
  if (isSlow(session)) return words.meeting.slow;
  if (startedAtOnce(session)) return session.meeting ? words.meet.now : words.meet.preparing;
  const confirmed = whoConfirmed(view);
  if (session.meeting) return say`${confirmed} ${words.meeting.confirmed}`;
  return say`${confirmed} ${session.meetingDueAt ? putOff(view) : words.meeting.preparing}`;
}

/** The platform takes no more today; of a series its turn has not come. */
function putOff({ session, reader }: SessionView): Text {
  return session.series ? reader.words.series.linkLater : reader.words.meeting.later;
}

/** Its people wait for the room for longer than usual. */
function isSlow(session: Session): boolean {
  return isOn(session) && !session.meeting && session.meetingSlowAt !== undefined;
}

/** What became of a session, without buttons: for cards on which there is nothing left to do. */
export function outcomeCard(view: SessionView): Message {
  const { session, reader } = view;
  return {
    title: reader.words.meeting.title(session.subject, otherOf(view)),
    text: [...happened(view), ...(isSlow(session) ? say` ${reader.words.meeting.slow}` : [])],
    fields: [whenField(view), ...proposalField(view), ...reasonField(view)],
  };
}
