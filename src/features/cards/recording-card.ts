import type { Field, Message } from '../../conversation/message.ts';
import { link, say } from '../../conversation/say.ts';
import { isGroup } from '../../core/groups/group.ts';
import type { NoticeData } from '../../core/owing/kinds.ts';
import { participant } from '../../core/session/session.ts';
import { otherOf, type SessionView } from '../shared/reader.ts';
import { isPossible, offerRecording } from './actions.ts';
import { recordingState, whenField } from './session-fields.ts';

/** The question whether the session may be recorded, and later what became of it. */
export function recordingAskedCard(view: SessionView): Message {
  const { session, reader } = view;
  const words = reader.words.recording;
  const mine = participant(session, reader.person.id)?.agreesToRecording;
  const isAsked = mine === undefined && isPossible(view, 'record');
  return {
    title: words.askedTitle(otherOf(view), session.subject),
    text: isAsked ? (isGroup(session) ? reader.words.group.recordingAsked : words.asked) : recordingState(view),
    fields: [whenField(view)],
    actions: isAsked
      ? [...offerRecording(view, true, words.agree, 'primary'), ...offerRecording(view, false, words.no)]
      : offerRecording(view, mine !== true),
  };
}

/** The recording, for both. It stays with the session. */
export function recordingCard(view: SessionView, { url, passcode }: NoticeData<'recording'>): Message {
  const { session, reader } = view;
  const { fields, recording } = reader.words;
  const secret: readonly Field[] = passcode === undefined ? [] : [{ name: fields.passcode, value: say`${passcode}` }];
  return {
    title: recording.title(session.subject),
    fields: [whenField(view), { name: fields.link, value: [link(url, url)] }, ...secret],
  };
}
