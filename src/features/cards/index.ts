import type { Message } from '../../conversation/message.ts';
import { moment, say } from '../../conversation/say.ts';
import { REMINDER_GRACE_MINUTES } from '../../core/limits.ts';
import type { Delivery } from '../../core/owing/port.ts';
import { isOn, isOpen, participant } from '../../core/session/session.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { choicesOf, platformName, usualOf } from '../shared/platform-name.ts';
import { type Known, learnersNamed, nameOf, otherOf, type Reader, type SessionView } from '../shared/reader.ts';
import { actionsFor, offer } from './actions.ts';
import { feedbackCard } from './feedback-card.ts';
import {
  deadLetterCard,
  platformRecoveredCard,
  platformTroubleCard,
  unansweredCard,
  undeliveredCard,
} from './moderation-card.ts';
import { recordingAskedCard, recordingCard } from './recording-card.ts';
import { requestContext } from './request-context.ts';
import {
  happened,
  meetingCard,
  meetingFields,
  movedCard,
  outcomeCard,
  receiptCard,
  requestCard,
  whenField,
  withField,
} from './session-card.ts';

const MINUTE = 60_000;

/**
 * What a delivery says now, in the reader's language. Everything the bot sends by itself is rendered here, when it is
 * sent and again whenever its session changes, so it never says what is no longer true.
 * @param about the session that it is about.
 * @returns undefined when there is nothing left to say: then it is not sent.
 */
export async function renderDelivery(
  delivery: Delivery,
  about: Known | undefined,
  reader: Reader,
  deps: RenderDeps,
): Promise<Message | undefined> {
  if (delivery.kind === 'undelivered') return undeliveredCard(reader.words, delivery.data);
  if (delivery.kind === 'dead-letter') return deadLetterCard(reader.words, delivery.about.id, delivery.data);
  const platform = platformName(delivery.about.id, reader.words, deps);
  if (delivery.kind === 'platform-trouble') return platformTroubleCard(reader.words, platform, delivery.data);
  if (delivery.kind === 'platform-recovered') return platformRecoveredCard(reader.words, platform);
  return about && renderAbout(delivery, { ...about, reader, now: deps.clock() }, deps);
}

async function renderAbout(delivery: Delivery, view: SessionView, deps: RenderDeps): Promise<Message | undefined> {
  const isShown = delivery.messageId !== undefined;
  const { session, reader } = view;
  const { words } = reader;
  switch (delivery.kind) {
    case 'receipt':
      return receiptCard(view, deps);
    case 'request':
      if (session.state !== 'requested') return isShown ? outcomeCard(view) : undefined;
      return requestCard(view, await requestContext(view, deps));
    case 'nudge': {
      if (session.state !== 'requested') return isShown ? outcomeCard(view) : undefined;
      const card = requestCard(view, await requestContext(view, deps));
      return { ...card, title: words.nudge.title(learnersNamed(view)) };
    }
    case 'meeting':
      return meetingCard(view, deps);
    case 'moved':
      if (!isShown && !isOpen(session)) return undefined;
      return movedCard(view, deps, new Date(Number(delivery.data['from'])));
    case 'reminder':
      return reminder(view, deps, isShown);
    case 'declined': {
      const title =
        session.tutor === undefined
          ? say`${words.declined.titleAny}`
          : words.declined.title(nameOf(view, session.tutor));
      return { ...outcomeCard(view), title, text: words.declined.next, actions: actionsFor(view, deps) };
    }
    case 'expired':
      return {
        ...outcomeCard(view),
        title: say`${words.expired.title}`,
        text: words.expired.text,
        actions: actionsFor(view, deps),
      };
    case 'cancelled':
      return {
        ...outcomeCard(view),
        title: words.cancelled.title(nameOf(view, session.closedBy)),
        actions: actionsFor(view, deps),
      };
    case 'feedback':
      return feedbackCard(view, deps);
    case 'rate-nudge': {
      if (!isShown && participant(session, reader.person.id)?.claim !== undefined) return undefined;
      return { ...feedbackCard(view, deps), title: words.feedback.nudgeTitle(otherOf(view)) };
    }
    case 'unanswered':
      if (!isShown && session.state !== 'requested') return undefined;
      return unansweredCard(view, await platformFor(view, deps));
    case 'link-wanted':
      return linkWanted(view, deps, isShown);
    case 'recording':
      return recordingCard(view, delivery.data);
    case 'recording-asked':
      return recordingAskedCard(view);
    case 'meeting-gone':
      return {
        title: words.meetingGone.title(
          platformName(String(delivery.data['platform'] ?? ''), words, deps),
          session.subject,
        ),
        text: words.meetingGone.text,
        fields: [whenField(view)],
      };
    case 'undelivered':
    case 'dead-letter':
    case 'platform-trouble':
    case 'platform-recovered':
      return undefined;
  }
}

/** Where a tutor would meet who does not say it: where they chose, where they usually do, or on the first platform. */
async function platformFor({ session, reader }: SessionView, deps: RenderDeps): Promise<string> {
  const tutor = session.tutor === undefined ? undefined : await deps.store.tutor(session.tutor);
  const chosen = session.platformWanted ?? tutor?.defaultPlatform;
  return usualOf(choicesOf(tutor, reader.words, deps), chosen) ?? '';
}

/** No platform works: the tutor is asked for a link of their own. */
function linkWanted(view: SessionView, deps: RenderDeps, isShown: boolean): Message | undefined {
  const { session, reader } = view;
  if (session.meeting || !isOn(session)) return isShown ? meetingCard(view, deps) : undefined;
  const { ownLink, buttons } = reader.words;
  return {
    title: say`${ownLink.wantedTitle}`,
    text: ownLink.wanted(session.subject),
    fields: [whenField(view)],
    actions: [
      ...offer(view, 'own-link', buttons.giveLink, 'primary'),
      ...offer(view, 'make-again', buttons.tryAgain),
      ...offer(view, 'cancel', buttons.cancel, 'danger'),
    ],
  };
}

/** A reminder says what is true now, and is not sent to those who are there already, or after the start and a short grace. */
function reminder(view: SessionView, deps: RenderDeps, isShown: boolean): Message | undefined {
  const { session, reader, now } = view;
  if (!isShown) {
    const isTooLate = now.getTime() > session.startsAt.getTime() + REMINDER_GRACE_MINUTES * MINUTE;
    if (!isOn(session) || isTooLate || participant(session, reader.person.id)?.joinedAt !== undefined) return undefined;
  }
  if (!isOn(session)) return outcomeCard(view);
  const { reminder: words } = reader.words;
  const start = moment(session.startsAt, reader.zone, 'relative');
  return {
    title: now < session.startsAt ? words.title(session.subject, start) : words.started(session.subject),
    ...(session.state === 'started' ? { text: happened(view) } : {}),
    fields: [withField(view), whenField(view), ...meetingFields(view, deps)],
    actions: actionsFor(view, deps),
  };
}
