import type { Action, Field, Message } from '../../conversation/message.ts';
import { join, moment, say } from '../../conversation/say.ts';
import { participant } from '../../core/session/session.ts';
import type { Deps } from '../shared/deps.ts';
import { nameOf, otherOf, type SessionView } from '../shared/reader.ts';
import { wayIn } from '../shared/way-in.ts';
import { offer } from './actions.ts';
import { aimFields, boardField, openAims } from './aims.ts';
import { meetingFields, personalUrl } from './session-fields.ts';

/** Items of the checklist, in order. Their words are in `words.join.items`. */
export const CHECKLIST = ['sound', 'camera', 'goals'] as const;

/** The private card of somebody who enters: time, checklist, tips, who is there, the way in. */
export async function joinCard(
  view: SessionView,
  deps: Pick<Deps, 'platforms' | 'publicUrl' | 'meetings' | 'clock' | 'store' | 'boardOf'>,
): Promise<Message> {
  const { session, reader, now } = view;
  const words = reader.words.join;
  const me = participant(session, reader.person.id);
  const start = moment(session.startsAt, reader.zone, 'relative');
  const end = moment(session.endsAt, reader.zone, 'time');
  const time = now < session.startsAt ? words.startsIn(start, end) : words.startedAgo(start, end);
  const present = session.participants
    .filter((one) => one.joinedAt !== undefined)
    .map((one) => nameOf(view, one.person));
  const here: Field = {
    name: reader.words.fields.whoIsThere,
    value: present.length === 0 ? words.nobody : words.here(present.join(', ')),
  };
  const room: Action = {
    kind: 'link',
    label: reader.words.buttons.openRoom,
    url: deps.publicUrl !== undefined && me ? personalUrl(view, deps) : await wayIn(reader, session, deps),
    style: 'primary',
  };
  const ticks = CHECKLIST.flatMap((item) =>
    offer(view, 'tick', `${me?.checklist.includes(item) ? '☑' : '☐'} ${words.items[item]}`, 'plain', { item }),
  );
  return {
    title: words.title(session.subject, otherOf(view)),
    text: time,
    fields: [
      here,
      ...meetingFields(view, deps).filter((field) => field.name !== reader.words.fields.link),
      ...boardField(view, deps),
      ...aimFields(await openAims(view, deps), reader),
    ],
    actions: [room, ...offer(view, 'end', reader.words.buttons.end, 'danger')],
    sections: me
      ? [
          {
            title: say`${words.checklist}`,
            text: join(
              words.tips.map((tip) => say`• ${tip}`),
              '\n',
            ),
            actions: ticks,
          },
        ]
      : [{ text: words.asAdmin }],
  };
}
