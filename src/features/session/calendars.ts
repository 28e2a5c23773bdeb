import { z } from 'zod';
import type { Message } from '../../conversation/message.ts';
import { notice } from '../../conversation/notice.ts';
import { calendarWay } from '../../core/calendar/entry.ts';
import { CALENDAR_EVENTS, type NoticeData } from '../../core/owing/kinds.ts';
import { isOn, participant, peopleIn, type Session } from '../../core/session/session.ts';
import { inShort } from '../cards/news.ts';
import { entriesFile, entryOf } from '../shared/calendar-entry.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { otherOf, type SessionView, type View } from '../shared/reader.ts';

type What = NoticeData<'calendars'>['what'];

/** What several sessions are to the calendar of one of their people, in one file: as they are when it is sent. */
export const calendars = notice({
  kind: 'calendars',
  data: z.object({ what: z.enum(CALENDAR_EVENTS), at: z.number(), sessions: z.array(z.string()) }),
  render: async ({ reader, now }: View, { data, isShown, isMail }, deps: RenderDeps): Promise<Message | undefined> => {
    if (isShown) return undefined;
    const { what, at } = data;
    const me = reader.person;
    const all = (await deps.store.sessionsOf(data.sessions)).filter(
      (one) => one.organization === me.organization && concerns(one, what, me.id, now),
    );
    const theirs = isMail ? all : all.filter((one) => isByFile(one, me, deps));
    const [first] = theirs.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    if (!first) return undefined;
    const people = await deps.store.people([...new Set(theirs.flatMap(peopleIn))]);
    const viewOf = (session: Session): SessionView => ({ session, people, together: [], reader, now });
    const view = viewOf(first);
    const entry = (one: Session) => entryOf(viewOf(one), deps, new Date(at), what === 'left');
    const { calendar: words, mail } = reader.words;
    const count = theirs.length;
    const named = count === 1 ? inShort(view) : words.several(first.subject, otherOf(view), count);
    const isOff = what === 'off' || what === 'left';
    const text = isOff ? words.off : what === 'changed' ? words.changed : words.on;
    const title = isOff ? mail.cancelled : what === 'changed' ? mail.changed : mail.confirmed;
    const inFile = isMail ? theirs.filter((one) => isByFile(one, me, deps)) : theirs;
    const [head, ...rest] = inFile.map(entry);
    const enclosures = head ? [entriesFile(view, [head, ...rest], deps)] : [];
    return { ...(isMail && { title: title(named) }), text: text(named), enclosures };
  },
});

/** Whether it still is so. */
function concerns(session: Session, what: What, person: string, now: Date): boolean {
  const isTheirs = participant(session, person) !== undefined;
  if (what === 'left') return !isTheirs;
  if (!isTheirs) return false;
  return what === 'off' ? session.state === 'cancelled' : isOn(session) && now < session.endsAt;
}

/** Not where the platform invites them itself, or will when it makes the meeting. */
function isByFile(session: Session, person: View['reader']['person'], deps: Pick<RenderDeps, 'platforms'>): boolean {
  if (calendarWay(session, person) !== 'files') return false;
  const platform = deps.platforms.find(({ id }) => id === session.platformWanted);
  return session.meeting !== undefined || person.email === undefined || platform?.invites !== true;
}
