import { z } from 'zod';
import type { Action, Message } from '../../conversation/message.ts';
import { notice } from '../../conversation/notice.ts';
import { calendarWay } from '../../core/calendar/entry.ts';
import { isOn, participant } from '../../core/session/session.ts';
import { inShort } from '../cards/news.ts';
import { meetingFields, reasonField, whenFields } from '../cards/session-fields.ts';
import { entryFile, entryOf } from '../shared/calendar-entry.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { SessionView } from '../shared/reader.ts';

/** What the calendars of all in the session have to know: in the chat a file, in a mail the whole of it. */
export const calendar = notice({
  kind: 'calendar',
  data: z.object({ sequence: z.number(), at: z.number(), isLink: z.boolean().optional() }),
  render: (view: SessionView, { data, isShown, isMail }, deps: RenderDeps): Message | undefined => {
    const { session, reader, now } = view;
    const { calendar: words } = reader.words;
    const isOff = session.state === 'cancelled';
    if (data.sequence !== session.sequence) return isShown ? { text: words.outdated(inShort(view)) } : undefined;
    if (!isShown) {
      const isWorthIt = isOff || (isOn(session) && now < session.endsAt);
      // A personal link is the same whatever room it leads to.
      const isKnown = data.isLink === true && deps.publicUrl !== undefined;
      if (!isWorthIt || isKnown || !participant(session, reader.person.id)) return undefined;
    }
    const entry = entryOf(view, deps, new Date(data.at));
    const way = calendarWay(session, reader.person);
    const enclosures = way === 'files' ? [entryFile(view, entry, deps)] : [];
    const isChanged = session.sequence > 0;
    if (isMail) {
      const { mail } = reader.words;
      const title = isOff ? mail.cancelled : isChanged ? mail.changed : mail.confirmed;
      const fields = [...whenFields(view), ...(isOff ? reasonField(view) : meetingFields(view, deps))];
      return { title: title(inShort(view)), fields, enclosures };
    }
    if (way !== 'files' && !isShown) return undefined;
    const text = isOff ? words.off : isChanged ? words.changed : words.on;
    return { text: text(inShort(view)), enclosures, actions: isOff ? [] : adding(view, deps, entry) };
  },
});

/** For calendars on the web, which take a link sooner than a file. */
function adding({ reader }: SessionView, deps: RenderDeps, entry: ReturnType<typeof entryOf>): readonly Action[] {
  const { google, outlook } = deps.calendars.links(entry);
  const { calendar: words } = reader.words;
  return [
    { kind: 'link', label: words.google, url: google, style: 'plain' },
    { kind: 'link', label: words.outlook, url: outlook, style: 'plain' },
  ];
}
