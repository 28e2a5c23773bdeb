import type { Action, ButtonStyle } from '../../conversation/message.ts';
import { inZoneShort } from '../../conversation/when/clock-words.ts';
import { isGroup } from '../../core/groups/group.ts';
import { LATE_MINUTES } from '../../core/limits.ts';
import { may } from '../../core/may/may.ts';
import type { Act } from '../../core/may/table.ts';
import type { PlatformChoice } from '../../core/meeting/platforms.ts';
import { minutesLate } from '../../core/session/lateness.ts';
import { isLearner, learners, observedBy, participant } from '../../core/session/session.ts';
import type { Deps } from '../shared/deps.ts';
import { choicesOf, fittingFor, recordsHow, usualOf } from '../shared/platform-name.ts';
import { nameOf, type SessionView } from '../shared/reader.ts';

/** Whether the reader may do it to the session now. */
export function isPossible({ reader, session, now }: SessionView, act: Act): boolean {
  return may(reader, act, session, now).isAllowed;
}

/** The same of the reader as a person of the session, whether or not they are an admin too. */
export function isPossibleForMe(view: SessionView, act: Act): boolean {
  return isPossible(asMyself(view), act);
}

function asMyself(view: SessionView): SessionView {
  return { ...view, reader: { ...view.reader, isAdmin: false } };
}

/** To another tutor, or to one of those who were asked. */
export function handToLabel({ session, reader }: SessionView): string {
  return session.tutor === undefined ? reader.words.buttons.assign : reader.words.buttons.handTo;
}

/** The button that shows the session as large as it gets. */
export function opening({ session, reader }: SessionView): Action {
  const target = { handler: 'open', input: { session: session.id } };
  return { kind: 'button', label: reader.words.buttons.open, style: 'plain', target };
}

type Button = Extract<Action, { kind: 'button' }>;

/** What has a button of its own: its handler is called like the act. */
type Pressed = Exclude<Act, 'see' | 'find-another' | 'host' | 'start' | 'expire' | 'settle' | 'lapse' | 'call-off'>;

/** The button for it; none where the reader may not do it now. */
export function offer(
  view: SessionView,
  act: Pressed,
  label: string,
  style: ButtonStyle = 'plain',
  extra: Readonly<Record<string, string>> = {},
): readonly Button[] {
  return isPossible(view, act) ? [button(view, act, label, style, extra)] : [];
}

/** Everything that the reader can do with a session now: the same wherever the session is shown. */
export function actionsFor(view: SessionView, deps: Pick<Deps, 'platforms'>, platform?: string): readonly Action[] {
  const { buttons } = view.reader.words;
  return dangerLast([
    ...timesToAnswer(view),
    ...answers(view, deps.platforms, platform),
    ...entering(view),
    ...searching(view),
    ...rating(view),
    ...offer(view, 'reopen', buttons.reopen, 'plain', { version: String(view.session.version) }),
    ...offer(view, 'book-again', buttons.bookAgain),
    ...elsewhere(view, deps),
    ...rarely(view, [
      ...recording(view, deps),
      ...offer(view, 'new-link', buttons.newLink),
      ...sayingLate(view),
      ...offer(view, 'aims', buttons.aims),
      ...offer(view, 'note', buttons.note),
      ...writing(view),
      ...offer(view, 'propose', buttons.propose),
      ...offer(view, 'hand-over', buttons.handOver),
      ...offer(view, 'hand-to', handToLabel(view), 'plain', { on: 'opened' }),
      ...offer(view, 'move', buttons.move),
      ...repeating(view),
      ...findingTime(view),
      ...reading(view),
      ...offer(view, 'complaint', buttons.complaint),
    ]),
    ...leaving(view),
    ...takingOut(view),
    ...offer(view, 'end', buttons.end, 'danger'),
    ...offer(view, 'cancel', buttons.cancel, 'danger'),
  ]);
}

/** Each of the other times that were suggested, with one press; for whoever suggested them the way back. */
export function timesToAnswer(view: SessionView): readonly Button[] {
  const { session, reader } = view;
  const { buttons } = reader.words;
  const zone = reader.zone ?? session.zone ?? 'UTC';
  const take = (at: Date, index: number) =>
    offer(
      view,
      'take-time',
      buttons.takeTime(inZoneShort(at, zone, reader.locale)),
      index === 0 ? 'primary' : 'plain',
      {
        at: at.toISOString(),
      },
    );
  return [
    ...(session.proposal?.times ?? []).flatMap(take),
    ...offer(view, 'refuse-times', buttons.refuseTimes),
    ...offer(view, 'withdraw-times', buttons.withdrawTimes),
  ];
}

/** Whoever can write finds what was written there. */
export function writing(view: SessionView): readonly Button[] {
  const { buttons } = view.reader.words;
  const write = offer(view, 'message', buttons.message);
  return write.length > 0 ? write : offer(view, 'messages', buttons.messages);
}

/** How late one comes: the others hear it with one press. */
export function sayingLate(view: SessionView): readonly Button[] {
  const me = participant(view.session, view.reader.person.id);
  if (!me) return [];
  const said = minutesLate(view.session, me);
  const { buttons } = view.reader.words;
  return LATE_MINUTES.filter((minutes) => minutes !== said).flatMap((minutes) =>
    offer(view, 'late', buttons.late(minutes), 'plain', { minutes: String(minutes) }),
  );
}

/** A learner can have the same again and again; of what repeats, all of it is one press away. */
function repeating(view: SessionView): readonly Button[] {
  const { buttons } = view.reader.words;
  const { series } = view.session;
  if (!series) return offer(view, 'repeat', buttons.repeat);
  const target = { handler: 'series', input: { series: series.id } };
  return [
    ...offer(view, 'move-rest', buttons.moveRest),
    { kind: 'button', label: buttons.seriesDates, style: 'plain', target },
  ];
}

/** What is rarely done to a session does not stand between what is done to each: one menu of it, the more usual first. */
export function rarely({ reader }: SessionView, deeds: readonly Button[]): readonly Action[] {
  const [only, ...others] = deeds;
  // Nobody presses by mistake what only a menu offers.
  if (others.length === 0 && only?.target.handler !== 'complaint') return only ? [only] : [];
  const options = deeds.map(({ label, target }) => ({ label, target }));
  return [{ kind: 'more', label: reader.words.buttons.rarely, options }];
}

/** What cannot be undone stands last, where nobody presses it on the way to something else. */
export function dangerLast(actions: readonly Action[]): readonly Action[] {
  const isDanger = (one: Action) => one.kind === 'button' && one.style === 'danger';
  return [...actions.filter((one) => !isDanger(one)), ...actions.filter(isDanger)];
}

/**
 * Confirm, on a platform that can be chosen first, and Decline: for the tutor and those who were asked. Admins who
 * answer for a tutor do so in the moderation channel.
 */
export function answers(
  someone: SessionView,
  platforms: readonly PlatformChoice[],
  chosen?: string,
  waiting = { count: 1 },
): readonly Action[] {
  const view = asMyself(someone);
  const { session, reader } = view;
  const { request, buttons } = reader.words;
  const fitting = fittingFor(platforms, view.together);
  const platform = usualOf(fitting, chosen) ?? '';
  const version = String(session.version);
  const choice: Action = {
    kind: 'choice',
    label: request.platform,
    target: { handler: 'choose-platform', input: { session: session.id } },
    options: fitting.map((one) => ({ value: one.id, label: one.name })),
    selected: platform,
  };
  return [
    ...(fitting.length > 1 && isPossible(view, 'choose-platform') ? [choice] : []),
    ...offer(view, 'confirm', buttons.confirm, 'primary', { version, platform }),
    ...(waiting.count > 1 ? offer(view, 'confirm-all', buttons.confirmAll(waiting.count), 'plain', { platform }) : []),
    ...offer(view, 'decline', buttons.decline, 'danger', { version }),
    ...(isPossible(view, 'confirm') ? reading(view) : []),
  ];
}

/** The platforms on which they could meet instead. */
function elsewhere(view: SessionView, deps: Pick<Deps, 'platforms'>): readonly Action[] {
  const { session, reader, ownRoom, together } = view;
  const { buttons } = reader.words;
  const tutor = { ownRoom, person: { id: session.tutor ?? '' } };
  const others = choicesOf(tutor, reader, deps, together).filter((one) => one.id !== session.meeting?.platform);
  const choice: Action = {
    kind: 'choice',
    label: buttons.otherPlatform,
    target: { handler: 'other-platform', input: { session: session.id } },
    options: others.map((one) => ({ value: one.id, label: one.name })),
  };
  return others.length > 0 && isPossible(view, 'other-platform') ? [choice] : [];
}

/** Always on cards, which stay on the screen until the door opens: pressed too early it says when that is. */
function entering(view: SessionView): readonly Action[] {
  const { session, reader, now } = view;
  if (!session.meeting) return [];
  const verdict = may(reader, 'join', session, now);
  const isNowOrLater = verdict.isAllowed || verdict.code === 'too-early';
  return isNowOrLater ? [button(view, 'join', reader.words.buttons.join, 'primary')] : [];
}

function recording(view: SessionView, deps: Pick<Deps, 'platforms'>): readonly Button[] {
  const me = participant(view.session, view.reader.person.id);
  return recordsHow(view.session, deps) ? offerRecording(view, me?.agreesToRecording !== true) : [];
}

/** Agrees to a recording, or takes it back. */
export function offerRecording(
  view: SessionView,
  agrees: boolean,
  label = agrees ? view.reader.words.buttons.record : view.reader.words.buttons.dontRecord,
  style: ButtonStyle = 'plain',
): readonly Button[] {
  return offer(view, 'record', label, style, { agrees: agrees ? 'yes' : 'no' });
}

/** Whoever has spoken can change the rating; that it did not take place is said once. */
export function rating(view: SessionView): readonly Action[] {
  const { buttons } = view.reader.words;
  const claim = participant(view.session, view.reader.person.id)?.claim;
  if (claim === 'took-place') return offer(view, 'rate', buttons.changeRating);
  if (claim !== undefined) return offer(view, 'rate', buttons.rate);
  return [...offer(view, 'rate', buttons.rate, 'primary'), ...offer(view, 'not-held', buttons.notHeld)];
}

/** The way out of a place, or of the waitlist. */
export function leaving(view: SessionView): readonly Action[] {
  if (!isPossible(view, 'leave')) return [];
  const { buttons } = view.reader.words;
  const isIn = participant(view.session, view.reader.person.id) !== undefined;
  return [button(view, 'leave', isIn ? buttons.leave : buttons.leaveWaitlist, 'danger')];
}

/** An observer takes each of theirs out of a group session by name. */
function takingOut(view: SessionView): readonly Button[] {
  const { session, reader } = view;
  return observedBy(session, reader.person.id)
    .filter((learner) => isLearner(session, learner))
    .flatMap((learner) =>
      offer(view, 'take-out', reader.words.buttons.takeOut(nameOf(view, learner)), 'danger', { learner }),
    );
}

/** To the tutor of a group session: when would it suit its people? */
function findingTime({ session, reader }: SessionView): readonly Button[] {
  const isTheirs = isGroup(session) && session.state === 'confirmed' && session.tutor === reader.person.id;
  if (!isTheirs || learners(session).length === 0) return [];
  const target = { handler: 'open-poll', input: { session: session.id, subject: session.subject } };
  return [{ kind: 'button', label: reader.words.buttons.findTime, style: 'plain', target }];
}

/** What is too long for a card can be read whole. */
function reading({ session, reader }: SessionView): readonly Button[] {
  if ([session.note, session.tutorNotes ?? ''].every(({ length }) => length <= SHOWN_WHOLE)) return [];
  const target = { handler: 'read-note', input: { session: session.id } };
  return [{ kind: 'button', label: reader.words.buttons.readAll, style: 'plain', target }];
}

/** Every chat shows as much on a card. */
const SHOWN_WHOLE = 900;

/** What a learner can do whom nobody teaches: once more, with all that was said the first time. */
export function searching(view: SessionView): readonly Action[] {
  if (!isPossible(view, 'find-another')) return [];
  const { buttons } = view.reader.words;
  const { subject, id: like } = view.session;
  return [
    {
      kind: 'button',
      label: buttons.askElse,
      style: 'primary',
      target: { handler: 'tutors', input: { subject, like } },
    },
    { kind: 'button', label: buttons.bookAgain, style: 'plain', target: { handler: 'book', input: { like } } },
  ];
}

/** The button for it, whether or not it can be done now. */
export function button(
  { session }: SessionView,
  act: Pressed,
  label: string,
  style: ButtonStyle = 'plain',
  extra: Readonly<Record<string, string>> = {},
): Button {
  return { kind: 'button', label, style, target: { handler: act, input: { session: session.id, ...extra } } };
}
