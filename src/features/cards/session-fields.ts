import type { Field, Text } from '../../conversation/message.ts';
import { join, link, moment, say } from '../../conversation/say.ts';
import { lengthWords } from '../../conversation/when/clock-words.ts';
import { isGroup } from '../../core/groups/group.ts';
import { minutesLate } from '../../core/session/lateness.ts';
import { isAgreed } from '../../core/session/recording.ts';
import { learners, lengthMinutes, participant } from '../../core/session/session.ts';
import { silentOnes, wasAsked } from '../../core/session/still-coming.ts';
import { lapsesAt } from '../../core/session/times.ts';
import type { Deps } from '../shared/deps.ts';
import { placeName, platformName, recordsHow } from '../shared/platform-name.ts';
import { doerNamed, nameOf, namesOf, type Reader, type SessionView } from '../shared/reader.ts';

export type CardDeps = Pick<Deps, 'platforms' | 'publicUrl' | 'boardOf'>;

export function whenField(view: SessionView): Field {
  const { session, reader } = view;
  const when = reader.words.whenAndLength(
    moment(session.startsAt, reader.zone),
    lengthWords(lengthMinutes(session), reader.locale),
  );
  return { name: reader.words.fields.when, value: when };
}

/** When it is, and when it was to be before somebody moved it. */
export function whenFields(view: SessionView): readonly Field[] {
  const { session, reader } = view;
  const { movedFromAt, movedBy } = session;
  if (!movedFromAt) return [whenField(view), ...seriesField(view), ...proposalField(view)];
  const was = moment(movedFromAt, reader.zone);
  const value = movedBy === undefined ? say`${was}` : reader.words.move.movedBy(was, doerNamed(view, movedBy));
  return [whenField(view), { name: reader.words.fields.before, value }, ...seriesField(view), ...proposalField(view)];
}

/** The other times that wait for an answer, and whose. */
export function proposalField(view: SessionView): readonly Field[] {
  const { session, reader, now } = view;
  const { proposal } = session;
  const until = lapsesAt(session);
  if (!proposal || !until || now >= until) return [];
  // What one of several tutors suggests is nobody else's of them.
  if (session.candidates.includes(reader.person.id) && proposal.by !== reader.person.id) return [];
  const { fields, propose: words } = reader.words;
  const times = timesInWords(proposal.times, reader);
  const by = moment(until, reader.zone);
  const isMine = proposal.by === reader.person.id;
  const value = isMine ? words.fieldMine(times, by) : words.field(nameOf(view, proposal.by), times, by);
  return [{ name: fields.proposed, value }];
}

/** Who said that they come late, and what those say who were asked the day before. */
export function comingFields(view: SessionView): readonly Field[] {
  const { session, reader, now } = view;
  const { fields, late, coming } = reader.words;
  const lines = session.participants.flatMap((one) => {
    const minutes = minutesLate(session, one);
    return minutes === undefined || session.state !== 'confirmed'
      ? []
      : [late.field(nameOf(view, one.person), minutes)];
  });
  const silent = silentOnes(session);
  const yes = learners(session).filter((one) => one.comesAt?.getTime() === session.startsAt.getTime());
  const answers = [
    ...(yes.length === 0
      ? []
      : [
          coming.yes(
            namesOf(
              view,
              yes.map(({ person }) => person),
            ),
          ),
        ]),
    ...(silent.length === 0 ? [] : [coming.waiting(namesOf(view, silent))]),
  ];
  const isAsked = (wasAsked(session) && session.silenceAt !== undefined) || yes.length > 0;
  return [
    ...(lines.length === 0 ? [] : [{ name: fields.late, value: join(lines, ' · ') }]),
    ...(isAsked && now < session.startsAt && answers.length > 0
      ? [{ name: fields.coming, value: join(answers, ' · ') }]
      : []),
  ];
}

export function timesInWords(times: readonly Date[], { zone }: Pick<Reader, 'zone'>): Text {
  return join(
    times.map((time) => [moment(time, zone)]),
    ' · ',
  );
}

/** "5 of 10", of a series. */
export function seriesField({ session, reader }: Pick<SessionView, 'session' | 'reader'>): readonly Field[] {
  const { series } = session;
  if (!series) return [];
  const { field, nth } = reader.words.series;
  return [{ name: field, value: say`${{ kind: 'plain', text: nth(series.ordinal, series.size) }}` }];
}

export function subjectField(view: SessionView): Field {
  return { name: view.reader.words.fields.subject, value: say`${view.session.subject}` };
}

/** Only where somebody has said something about it. */
export function recordingField(view: SessionView, deps: Pick<Deps, 'platforms'>): readonly Field[] {
  const isAbout = view.session.participants.some((one) => one.agreesToRecording !== undefined);
  return isAbout ? [{ name: view.reader.words.fields.recording, value: recordingState(view, deps) }] : [];
}

/** Where the agreement on a recording stands, in one sentence. */
export function recordingState(view: SessionView, deps: Pick<Deps, 'platforms'>): Text {
  const { session, reader } = view;
  const words = reader.words.recording;
  if (isAgreed(session)) {
    const how = recordsHow(session, deps);
    if (how === 'by-hand' || how === 'with-host') return words.agreed[how];
    return isGroup(session) ? reader.words.group.recordingOn : words.on;
  }
  const said = session.participants.map((one) => one.agreesToRecording);
  if (!said.includes(true) || said.includes(false)) return words.off;
  const named = (agrees: boolean | undefined) =>
    namesOf(
      view,
      session.participants.filter((one) => one.agreesToRecording === agrees).map((one) => one.person),
    );
  const mine = participant(session, reader.person.id)?.agreesToRecording;
  return mine === undefined ? words.waiting(named(true)) : words.asking(named(undefined));
}

export function tutorField(view: SessionView): Field {
  const { session, reader } = view;
  const tutor = session.tutor === undefined ? reader.words.anyTutor : nameOf(view, session.tutor);
  return { name: reader.words.fields.tutor, value: say`${tutor}` };
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
  const { session, reader, now } = view;
  const { meeting } = session;
  if (!meeting) return [];
  const { fields, meeting: words } = reader.words;
  const used = placeName(view, meeting, deps);
  const hints: Text[] = [say`${used}`];
  if (meeting.fallback) hints.push(words.fallback(platformName(meeting.fallback.from, reader.words, deps), used));
  const mustLogIn = deps.platforms.find((one) => one.id === meeting.platform)?.tutorMustLogIn === true;
  if (mustLogIn && session.tutor === reader.person.id && now < session.startsAt) hints.push(words.jitsiTutor);
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
