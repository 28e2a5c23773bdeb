import type { Words } from '../../conversation/languages/language.ts';
import type { Message } from '../../conversation/message.ts';
import { moment, say } from '../../conversation/say.ts';
import { failureCode, isOfThatHour } from '../../core/meeting/failure.ts';
import { learnersNamed, nameOf, namesOf, type SessionView } from '../shared/reader.ts';
import { offer } from './actions.ts';
import { happened, subjectField, whenField } from './session-card.ts';

/** A request that nobody has answered, for the admins, who can nudge the tutor or confirm for them, to meet there. */
export function unansweredCard(view: SessionView, platform: string): Message {
  const { session, reader } = view;
  const words = reader.words;
  const asked = session.tutor === undefined ? session.candidates : [session.tutor];
  const tutors = say`${namesOf(view, asked)}`;
  const isWaiting = session.state === 'requested';
  const version = String(session.version);
  const confirmFor = words.buttons.confirmFor(nameOf(view, session.tutor));
  return {
    title: words.moderation.unanswered(tutors, learnersNamed(view)),
    text: isWaiting
      ? words.moderation.sinceWhen(moment(session.requestedAt, reader.zone, 'relative'))
      : say`${words.moderation.answered} ${happened(view)}`,
    fields: [subjectField(view), whenField(view)],
    actions: [
      ...offer(view, 'nudge', words.buttons.nudge, 'primary'),
      ...offer(view, 'confirm', confirmFor, 'plain', { version, platform }),
      ...offer(view, 'decline', words.buttons.decline, 'danger', { version }),
    ],
  };
}

/** Somebody whose chat refuses the bot's DMs. */
export function undeliveredCard(words: Words, data: Readonly<Record<string, string | number>>): Message {
  return {
    title: words.moderation.undelivered(String(data['name'] ?? words.somebody)),
    text: words.moderation.undeliveredText(String(data['chat'] ?? ''), String(data['why'] ?? '')),
  };
}

/** A meeting platform that does not work: why, and the way to fix it. Once, not once a session. */
export function platformTroubleCard(
  words: Words,
  platform: string,
  data: Readonly<Record<string, string | number>>,
): Message {
  const why = failureCode(String(data['why'] ?? ''));
  const detail = String(data['detail'] ?? '');
  return {
    title: isOfThatHour(why) ? words.moderation.noHostFree(platform) : words.moderation.platformTrouble(platform),
    text: words.moderation.platformTroubleText(words.platformFailures[why]),
    ...(detail === '' ? {} : { fields: [{ name: words.moderation.vendorSaid, value: say`${detail}` }] }),
  };
}

export function platformRecoveredCard(words: Words, platform: string): Message {
  return { title: words.moderation.platformRecovered(platform), text: words.moderation.platformRecoveredText };
}

/** Work that failed for good. */
export function deadLetterCard(words: Words, id: string, data: Readonly<Record<string, string | number>>): Message {
  const job = String(data['job'] ?? '');
  const what = job in words.moderation.jobs ? words.moderation.jobs[job as keyof Words['moderation']['jobs']] : job;
  return {
    title: words.moderation.deadLetter(what),
    text: words.moderation.deadLetterText(String(data['why'] ?? ''), id),
  };
}
