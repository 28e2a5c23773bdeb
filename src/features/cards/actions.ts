import type { Action, ButtonStyle } from '../../conversation/message.ts';
import { type Act, may } from '../../core/may.ts';
import type { PlatformChoice } from '../../core/meeting/platforms.ts';
import { participant } from '../../core/session/session.ts';
import type { Deps } from '../shared/deps.ts';
import { canRecord, choicesOf, hasHostLink, usualOf } from '../shared/platform-name.ts';
import type { SessionView } from '../shared/reader.ts';

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

/** What has a button of its own: its handler is called like the act. */
type Pressed = Exclude<Act, 'see' | 'find-another' | 'start' | 'expire' | 'settle'>;

/** The button for it; none where the reader may not do it now. */
export function offer(
  view: SessionView,
  act: Pressed,
  label: string,
  style: ButtonStyle = 'plain',
  extra: Readonly<Record<string, string>> = {},
): readonly Action[] {
  return isPossible(view, act) ? [button(view, act, label, style, extra)] : [];
}

/** Everything that the reader can do with a session now: the same wherever the session is shown. */
export function actionsFor(view: SessionView, deps: Pick<Deps, 'platforms'>, platform?: string): readonly Action[] {
  const { buttons } = view.reader.words;
  return [
    ...answers(view, deps.platforms, platform),
    ...entering(view, deps),
    ...offer(view, 'end', buttons.end, 'danger'),
    ...recording(view, deps),
    ...rehousing(view, deps),
    ...offer(view, 'move', buttons.move),
    ...offer(view, 'cancel', buttons.cancel, 'danger'),
    ...searching(view),
    ...rating(view),
    ...offer(view, 'book-again', buttons.bookAgain),
  ];
}

/**
 * Confirm, on a platform that can be chosen first, and Decline: for the tutor and those who were asked. Admins who
 * answer for a tutor do so in the moderation channel.
 */
export function answers(
  someone: SessionView,
  platforms: readonly PlatformChoice[],
  chosen?: string,
  waiting = { count: 1, seen: '' },
): readonly Action[] {
  const view = asMyself(someone);
  const { session, reader } = view;
  const { request, buttons } = reader.words;
  const platform = usualOf(platforms, chosen) ?? '';
  const version = String(session.version);
  const choice: Action = {
    kind: 'choice',
    label: request.platform,
    target: { handler: 'choose-platform', input: { session: session.id } },
    options: platforms.map((one) => ({ value: one.id, label: one.name })),
    selected: platform,
  };
  const seen = { seen: waiting.seen, platform };
  return [
    ...(platforms.length > 1 && isPossible(view, 'choose-platform') ? [choice] : []),
    ...offer(view, 'confirm', buttons.confirm, 'primary', { version, platform }),
    ...(waiting.count > 1 ? offer(view, 'confirm-all', buttons.confirmAll(waiting.count), 'plain', seen) : []),
    ...offer(view, 'decline', buttons.decline, 'danger', { version }),
  ];
}

/** Another room, here or elsewhere. */
function rehousing(view: SessionView, deps: Pick<Deps, 'platforms'>): readonly Action[] {
  const { session, reader, ownRoom } = view;
  const { buttons } = reader.words;
  const others = choicesOf({ ownRoom }, reader.words, deps).filter((one) => one.id !== session.meeting?.platform);
  const elsewhere: Action = {
    kind: 'choice',
    label: buttons.otherPlatform,
    target: { handler: 'other-platform', input: { session: session.id } },
    options: others.map((one) => ({ value: one.id, label: one.name })),
  };
  return [
    ...offer(view, 'new-link', buttons.newLink),
    ...(others.length > 0 && isPossible(view, 'other-platform') ? [elsewhere] : []),
  ];
}

/** Always on cards, which stay on the screen until the door opens: pressed too early they say when that is. */
function entering(view: SessionView, deps: Pick<Deps, 'platforms'>): readonly Action[] {
  const { session, reader, now } = view;
  if (!session.meeting) return [];
  const isNowOrLater = (act: 'join' | 'start-as-host') => {
    const verdict = may(reader, act, session, now);
    return verdict.isAllowed || verdict.code === 'too-early';
  };
  const { buttons } = reader.words;
  const isHosting = hasHostLink(session, deps) && isNowOrLater('start-as-host');
  return [
    ...(isNowOrLater('join') ? [button(view, 'join', buttons.join, 'primary')] : []),
    ...(isHosting ? [button(view, 'start-as-host', buttons.startAsHost)] : []),
  ];
}

function recording(view: SessionView, deps: Pick<Deps, 'platforms'>): readonly Action[] {
  const me = participant(view.session, view.reader.person.id);
  return canRecord(view.session, deps) ? offerRecording(view, me?.agreesToRecording !== true) : [];
}

/** Agrees to a recording, or takes it back. */
export function offerRecording(
  view: SessionView,
  agrees: boolean,
  label = agrees ? view.reader.words.buttons.record : view.reader.words.buttons.dontRecord,
  style: ButtonStyle = 'plain',
): readonly Action[] {
  return offer(view, 'record', label, style, { agrees: agrees ? 'yes' : 'no' });
}

/** Whoever has spoken can change the rating; that it did not take place is said once. */
function rating(view: SessionView): readonly Action[] {
  const { buttons } = view.reader.words;
  const claim = participant(view.session, view.reader.person.id)?.claim;
  if (claim === 'took-place') return offer(view, 'rate', buttons.changeRating);
  if (claim !== undefined) return offer(view, 'rate', buttons.rate);
  return [...offer(view, 'rate', buttons.rate, 'primary'), ...offer(view, 'not-held', buttons.notHeld)];
}

function searching(view: SessionView): readonly Action[] {
  if (!isPossible(view, 'find-another')) return [];
  const { buttons } = view.reader.words;
  const { subject } = view.session;
  return [
    { kind: 'button', label: buttons.findOther, style: 'primary', target: { handler: 'tutors', input: { subject } } },
    { kind: 'button', label: buttons.book, style: 'plain', target: { handler: 'book', input: { subject } } },
  ];
}

function button(
  { session }: SessionView,
  act: Pressed,
  label: string,
  style: ButtonStyle = 'plain',
  extra: Readonly<Record<string, string>> = {},
): Action {
  return { kind: 'button', label, style, target: { handler: act, input: { session: session.id, ...extra } } };
}
