import type { Action } from '../../conversation/message.ts';
import type { PlatformChoice } from '../../core/meeting/platforms.ts';
import { isRatingOpen } from '../../core/outcome/feedback.ts';
import { isLearner, learners, participant, partiesOf } from '../../core/session/session.ts';
import { doorOpensAt } from '../../core/session/sessions.ts';
import type { Deps } from '../shared/deps.ts';
import { canRecord, hasHostLink } from '../shared/platform-name.ts';
import type { SessionView } from '../shared/reader.ts';

/** A button that does something to a session. */
export function sessionButton(
  view: SessionView,
  handler: string,
  label: string,
  style: 'primary' | 'danger' | 'plain' = 'plain',
  extra: Readonly<Record<string, string>> = {},
): Action {
  return { kind: 'button', label, style, target: { handler, input: { session: view.session.id, ...extra } } };
}

/** Everything that the reader can do with a session now: the same wherever the session is shown. */
export function actionsFor(view: SessionView, deps: Pick<Deps, 'platforms'>, platform?: string): readonly Action[] {
  const { session } = view;
  switch (session.state) {
    case 'requested':
      return [...answers(view, deps.platforms, platform), ...moving(view), ...cancelling(view)];
    case 'confirmed':
      return [
        ...joining(view),
        ...hosting(view, deps),
        ...ending(view),
        ...recording(view, deps),
        ...rehousing(view, deps.platforms),
        ...moving(view),
        ...cancelling(view),
      ];
    case 'started':
      return [...joining(view), ...hosting(view, deps), ...ending(view), ...rehousing(view, deps.platforms)];
    case 'declined':
    case 'expired':
    case 'cancelled':
      return searching(view);
    case 'ended':
      return [...rating(view), ...bookingAgain(view)];
  }
}

/** Confirm, on a platform that can be chosen first, and Decline: for the tutor and those who were asked. */
export function answers(
  view: SessionView,
  platforms: readonly PlatformChoice[],
  chosen?: string,
  waiting = { count: 1, seen: '' },
): readonly Action[] {
  const { session, reader } = view;
  const words = reader.words;
  const parties = partiesOf(session, reader.person.id, false);
  if (session.state !== 'requested' || !parties.some((party) => party === 'tutor' || party === 'candidate')) return [];
  const platform = platforms.find((one) => one.id === chosen)?.id ?? platforms[0]?.id ?? '';
  const version = String(session.version);
  const choice: Action = {
    kind: 'choice',
    label: words.request.platform,
    target: { handler: 'choose-platform', input: { session: session.id } },
    options: platforms.map((one) => ({ value: one.id, label: one.name })),
    selected: platform,
  };
  const seen = { seen: waiting.seen, platform };
  const confirmAll = sessionButton(view, 'confirm-all', words.buttons.confirmAll(waiting.count), 'plain', seen);
  return [
    ...(platforms.length > 1 ? [choice] : []),
    sessionButton(view, 'confirm', words.buttons.confirm, 'primary', { version, platform }),
    ...(waiting.count > 1 ? [confirmAll] : []),
    sessionButton(view, 'decline', words.buttons.decline, 'danger', { version }),
  ];
}

/** The tutor, or an admin, can have another room made, here or elsewhere. */
function rehousing(view: SessionView, platforms: readonly PlatformChoice[]): readonly Action[] {
  const { session, reader, now } = view;
  const parties = partiesOf(session, reader.person.id, reader.isAdmin);
  const mayChange = parties.some((party) => party === 'tutor' || party === 'admin');
  if (!mayChange || !session.meeting || now >= session.endsAt) return [];
  const others = platforms.filter((one) => one.id !== session.meeting?.platform);
  const elsewhere: Action = {
    kind: 'choice',
    label: reader.words.buttons.otherPlatform,
    target: { handler: 'other-platform', input: { session: session.id } },
    options: others.map((one) => ({ value: one.id, label: one.name })),
  };
  return [sessionButton(view, 'new-link', reader.words.buttons.newLink), ...(others.length > 0 ? [elsewhere] : [])];
}

/** Admins can move a session that has not begun. */
function moving(view: SessionView): readonly Action[] {
  const { session, reader, now } = view;
  return reader.isAdmin && now < session.startsAt ? [sessionButton(view, 'move', reader.words.buttons.move)] : [];
}

function isMine(view: SessionView): boolean {
  return participant(view.session, view.reader.person.id) !== undefined;
}

function cancelling(view: SessionView): readonly Action[] {
  const { session, reader } = view;
  const me = participant(session, reader.person.id);
  const isLate = view.now >= session.startsAt;
  // The tutor of a request answers it with Decline.
  const isMyCall = reader.isAdmin || (me !== undefined && (session.state === 'confirmed' || me.role === 'learner'));
  const canCancel = isMyCall && !isLate;
  return canCancel ? [sessionButton(view, 'cancel', reader.words.buttons.cancel, 'danger')] : [];
}

/** Always on cards, which stay on the screen until the door opens; pressed too early it says when that is. */
function joining(view: SessionView): readonly Action[] {
  if (!isMine(view) || !view.session.meeting || view.now >= view.session.endsAt) return [];
  return [sessionButton(view, 'join', view.reader.words.buttons.join, 'primary')];
}

/** Like Join, always on cards: pressed too early it says when. */
function hosting(view: SessionView, deps: Pick<Deps, 'platforms'>): readonly Action[] {
  const { session, reader, now } = view;
  if (session.tutor !== reader.person.id || !hasHostLink(session, deps) || now >= session.endsAt) return [];
  return [sessionButton(view, 'start-as-host', reader.words.buttons.startAsHost)];
}

function recording(view: SessionView, deps: Pick<Deps, 'platforms'>): readonly Action[] {
  const { session, reader, now } = view;
  const me = participant(session, reader.person.id);
  if (!me || !canRecord(session, deps) || now >= session.startsAt) return [];
  return [recordButton(view, me.agreesToRecording !== true)];
}

/** Agrees to a recording, or takes it back. */
export function recordButton(
  view: SessionView,
  agrees: boolean,
  label = agrees ? view.reader.words.buttons.record : view.reader.words.buttons.dontRecord,
  style: 'primary' | 'plain' = 'plain',
): Action {
  return sessionButton(view, 'record', label, style, { agrees: agrees ? 'yes' : 'no' });
}

function ending(view: SessionView): readonly Action[] {
  if (!isMine(view) || view.now < view.session.startsAt) return [];
  return [sessionButton(view, 'end', view.reader.words.buttons.end, 'danger')];
}

function rating(view: SessionView): readonly Action[] {
  const { session, reader, now } = view;
  const me = participant(session, reader.person.id);
  if (!me || learners(session).length === 0 || !isRatingOpen(session, now)) return [];
  const { buttons } = reader.words;
  if (me.claim === 'took-place') return [sessionButton(view, 'rate', buttons.changeRating)];
  if (me.claim !== undefined) return [sessionButton(view, 'rate', buttons.rate)];
  return [sessionButton(view, 'rate', buttons.rate, 'primary'), sessionButton(view, 'not-held', buttons.notHeld)];
}

function bookingAgain(view: SessionView): readonly Action[] {
  return isLearner(view.session, view.reader.person.id) && view.session.tutor !== undefined
    ? [sessionButton(view, 'book-again', view.reader.words.buttons.bookAgain)]
    : [];
}

function searching(view: SessionView): readonly Action[] {
  const { session, reader } = view;
  if (!isLearner(session, reader.person.id)) return [];
  const { buttons } = reader.words;
  return [
    {
      kind: 'button',
      label: buttons.findOther,
      style: 'primary',
      target: { handler: 'tutors', input: { subject: session.subject } },
    },
    {
      kind: 'button',
      label: buttons.book,
      style: 'plain',
      target: { handler: 'book', input: { subject: session.subject } },
    },
  ];
}

/** True from shortly before the start to the end. */
export function isDoorOpen(view: SessionView): boolean {
  return view.now >= doorOpensAt(view.session) && view.now < view.session.endsAt;
}
