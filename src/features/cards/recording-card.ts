import type { Field, Message } from '../../conversation/message.ts';
import { join, link, moment, say } from '../../conversation/say.ts';
import { isGroup } from '../../core/groups/group.ts';
import type { NoticeData } from '../../core/owing/kinds.ts';
import { participant } from '../../core/session/session.ts';
import type { Deps } from '../shared/deps.ts';
import { otherOf, type SessionView } from '../shared/reader.ts';
import { isPossible, offerRecording } from './actions.ts';
import { recordingState, whenField } from './session-fields.ts';

/** The question whether the session may be recorded, and later what became of it. */
export function recordingAskedCard(view: SessionView, deps: Pick<Deps, 'platforms'>): Message {
  const { session, reader } = view;
  const words = reader.words.recording;
  const mine = participant(session, reader.person.id)?.agreesToRecording;
  const isAsked = mine === undefined && isPossible(view, 'record');
  return {
    title: words.askedTitle(otherOf(view), session.subject),
    text: isAsked ? (isGroup(session) ? reader.words.group.recordingAsked : words.asked) : recordingState(view, deps),
    fields: [whenField(view)],
    actions: isAsked
      ? [...offerRecording(view, true, words.agree, 'primary'), ...offerRecording(view, false, words.no)]
      : offerRecording(view, mine !== true),
  };
}

/** The recording, or what was said, for everybody. It stays with the session, unless its link does not last; the link goes with whoever is seen there. */
export function recordingCard(
  view: SessionView,
  { url, passcode, what, until, access }: NoticeData<'recording'>,
): Message {
  const { session, reader } = view;
  const { fields, recording } = reader.words;
  const secret: readonly Field[] = passcode === undefined ? [] : [{ name: fields.passcode, value: say`${passcode}` }];
  const notes = [
    ...(url ? [] : [recording.gone]),
    ...(until === undefined ? [] : [recording.until(moment(new Date(until), reader.zone))]),
    ...(access === undefined ? [] : [recording.access[access]]),
  ];
  return {
    title: what === 'transcript' ? recording.transcriptTitle(session.subject) : recording.title(session.subject),
    ...(notes.length > 0 && { text: join(notes, ' ') }),
    fields: [whenField(view), ...(url ? [{ name: fields.link, value: [link(url, url)] }] : []), ...secret],
  };
}
