import type { Field, Text } from '../../conversation/message.ts';
import { join, link, moment, say } from '../../conversation/say.ts';
import { cut } from '../../core/cut.ts';
import { isGroup } from '../../core/groups/group.ts';
import { OWN_LINK } from '../../core/meeting/own-room.ts';
import type { Stay } from '../../core/meeting/port.ts';
import { learners, participant, type Session } from '../../core/session/session.ts';
import type { Deps } from '../shared/deps.ts';
import { placeName } from '../shared/platform-name.ts';
import { nameOf, type SessionView } from '../shared/reader.ts';
import { stars } from '../shared/stars.ts';
import { boardField } from './aims.ts';

type CardDeps = Pick<Deps, 'platforms' | 'boardOf'>;

/** Of what people wrote, this much fits into a list. */
export const IN_A_LIST = 200;

/** What is kept of a session that is over: where it was, what for, the recording, the notes, who came, what was said of it. */
export function historyFields(
  view: SessionView,
  deps: CardDeps,
  stays: readonly Stay[] = [],
  most = Number.POSITIVE_INFINITY,
): readonly Field[] {
  const { session, reader } = view;
  const { fields } = reader.words;
  const written = (name: string, text: string | undefined): readonly Field[] =>
    text === undefined || text === '' ? [] : [{ name, value: say`${cut(text, most)}` }];
  const kept = (name: string, url: string | undefined): readonly Field[] =>
    url === undefined ? [] : [{ name, value: [link(url, url)] }];
  return [
    ...placeFields(view, deps),
    ...written(fields.note, session.note),
    ...kept(fields.recording, session.recordingUrl),
    ...kept(fields.transcript, session.transcriptUrl),
    ...(session.state === 'ended' ? boardField(view, deps) : []),
    ...written(fields.notes, session.tutorNotes),
    ...learnerNotes(view, most),
    ...(session.state === 'ended' ? [cameField(view, stays)] : []),
    ...(participant(session, reader.person.id) ? sharedComments(view, most) : ratingFields(view, most)),
  ];
}

/** The same as short as it fits into a list. */
export function historyInList(view: SessionView, deps: CardDeps): readonly Field[] {
  return historyFields(view, deps, [], IN_A_LIST);
}

/** Where it was, and the link as long as it leads somewhere: a room that stays. A session that was called off has none. */
function placeFields(view: SessionView, deps: CardDeps): readonly Field[] {
  const { session, reader } = view;
  const { meeting, state } = session;
  if (!meeting) return [];
  const { fields } = reader.words;
  const place: Field = { name: fields.where, value: say`${placeName(view, meeting, deps)}` };
  const isLeft = state === 'ended' && roomStays(meeting, deps);
  return isLeft ? [place, { name: fields.link, value: [link(meeting.url, meeting.url)] }] : [place];
}

function roomStays({ platform, meetingId, url }: NonNullable<Session['meeting']>, { platforms }: CardDeps): boolean {
  const isTheirOwn = platform === OWN_LINK || meetingId === url;
  return isTheirOwn || platforms.find(({ id }) => id === platform)?.roomsStay === true;
}

/** Those who entered by us, and whoever else the platform saw, under the names that they typed there. */
export function cameField(view: SessionView, stays: readonly Stay[]): Field {
  const { session, reader } = view;
  const words = reader.words.history;
  const entered = session.participants.flatMap(({ person, joinedAt }) =>
    joinedAt ? [{ name: nameOf(view, person), at: joinedAt }] : [],
  );
  const isKnown = (name: string) => entered.some((one) => one.name.toLowerCase() === name.toLowerCase());
  const seen = stays.flatMap(({ name, joinedAt }) => (joinedAt && !isKnown(name) ? [{ name, at: joinedAt }] : []));
  const came = [...entered, ...seen].map(({ name, at }): Text => say`${name} (${moment(at, reader.zone, 'time')})`);
  return { name: words.came, value: came.length === 0 ? words.nobodyCame : join(came, ', ') };
}

/** What learners noted down: of a group each their own, and the tutor all. */
export function learnerNotes(view: SessionView, most = Number.POSITIVE_INFINITY): readonly Field[] {
  const { session, reader } = view;
  const me = reader.person.id;
  const readsAll = !isGroup(session) || session.tutor === me || !participant(session, me);
  return learners(session).flatMap(({ person, note = '' }) =>
    note === '' || !(readsAll || person === me)
      ? []
      : [{ name: reader.words.learning.noteOf(nameOf(view, person)), value: say`${cut(note, most)}` }],
  );
}

/** To the tutor: what learners wrote who let them read it. Of a participant's own words the card says enough. */
export function sharedComments(view: SessionView, most = Number.POSITIVE_INFINITY): readonly Field[] {
  const { session, reader } = view;
  if (session.tutor !== reader.person.id) return [];
  return learners(session).flatMap(({ person, comment = '', sharesComment }) =>
    comment === '' || !sharesComment
      ? []
      : [{ name: reader.words.history.comment(nameOf(view, person)), value: say`${cut(comment, most)}` }],
  );
}

/** To admins: who gave how many stars, and what they wrote. */
export function ratingFields(view: SessionView, most = Number.POSITIVE_INFINITY): readonly Field[] {
  const { session, reader } = view;
  const words = reader.words.history;
  const lines = session.participants.flatMap(({ person, role, rating, comment = '', sharesComment }) => {
    if (rating === undefined && comment === '') return [];
    const forWhom = role === 'tutor' || !sharesComment ? ` (${words.adminsOnly})` : '';
    const given = rating === undefined ? '' : ` ${stars(rating)}`;
    const wrote = comment === '' ? [] : say` · “${cut(comment, most)}”${forWhom}`;
    return [[...say`${nameOf(view, person)}:${given}`, ...wrote]];
  });
  return lines.length === 0 ? [] : [{ name: words.ratings, value: join(lines, '\n') }];
}

/** To admins: what each says of whether it took place, where they do not all say the same. */
export function claimFields(view: SessionView): readonly Field[] {
  const { session, reader } = view;
  const words = reader.words.history;
  const said = session.participants.flatMap(({ person, claim, tutorClaim }) => [
    ...(claim ? [{ by: person, claim }] : []),
    ...(tutorClaim && session.tutor !== undefined ? [{ by: session.tutor, claim: tutorClaim }] : []),
  ]);
  if (new Set(said.map(({ claim }) => claim)).size < 2) return [];
  return said.map(({ by, claim }) => ({
    name: words.said(nameOf(view, by)),
    value: say`${words.claims[claim]}`,
  }));
}
