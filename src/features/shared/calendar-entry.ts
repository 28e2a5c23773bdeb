import type { Enclosure } from '../../conversation/message.ts';
import type { Entry } from '../../core/calendar/entry.ts';
import { isOn, participant, type Session } from '../../core/session/session.ts';
import type { RenderDeps } from './deps.ts';
import { placeName } from './platform-name.ts';
import { otherOf, type SessionView } from './reader.ts';

type EntryDeps = Pick<RenderDeps, 'platforms' | 'publicUrl' | 'reminderLeads' | 'calendars'>;

/** Once for ever, so that a change finds what it changes. */
export function uidOf({ id }: Pick<Session, 'id'>): string {
  return `${id}@tutorline`;
}

/** A session as its reader's calendar shows it. `hasLeft`: it is on, without them. */
export function entryOf(view: SessionView, deps: EntryDeps, changedAt: Date, hasLeft = false): Entry {
  const { session, reader } = view;
  const { calendar: words } = reader.words;
  const { person } = reader;
  const me = participant(session, person.id);
  const { meeting } = session;
  const own = deps.publicUrl !== undefined && me ? `${deps.publicUrl}/j/${me.joinToken}` : meeting?.url;
  const leads = person.reminderLeads ?? deps.reminderLeads;
  return {
    uid: uidOf(session),
    sequence: session.sequence,
    changedAt,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    title: words.entry(session.subject, otherOf(view)),
    description: words.description(meeting ? placeName(view, meeting, deps) : 'Tutorline'),
    url: hasLeft ? undefined : own,
    isCancelled: hasLeft || (!isOn(session) && session.state !== 'ended'),
    attendee: { name: person.name, address: person.email },
    // The chat reminds of the rest.
    alarms: leads.length === 0 ? [] : [Math.min(...leads)],
  };
}

/** The same as a file beside a message; where no files are taken, a link to it. */
export function entryFile(view: SessionView, entry: Entry, deps: EntryDeps): Enclosure {
  const me = participant(view.session, view.reader.person.id);
  const method = entry.isCancelled ? 'CANCEL' : 'REQUEST';
  return {
    name: fileName(view.session.subject),
    type: `text/calendar; charset=utf-8; method=${method}`,
    content: deps.calendars.file(entry),
    ...(deps.publicUrl !== undefined &&
      me && {
        link: { label: view.reader.words.calendar.file, url: `${deps.publicUrl}/j/${me.joinToken}/session.ics` },
      }),
  };
}

/** Several of them in one file. */
export function entriesFile(view: SessionView, entries: readonly [Entry, ...Entry[]], deps: EntryDeps): Enclosure {
  const [only, ...others] = entries;
  if (others.length === 0) return entryFile(view, only, deps);
  const me = participant(view.session, view.reader.person.id);
  return {
    name: fileName(view.session.subject),
    type: `text/calendar; charset=utf-8; method=${only.isCancelled ? 'CANCEL' : 'PUBLISH'}`,
    content: deps.calendars.several(entries),
    ...(deps.publicUrl !== undefined &&
      me && {
        link: { label: view.reader.words.calendar.file, url: `${deps.publicUrl}/j/${me.joinToken}/series.ics` },
      }),
  };
}

const NAME_MOST = 40;

/** Letters and digits that every system takes. */
function fileName(subject: string): string {
  const plain = subject.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const name = plain.replaceAll(/[^a-z0-9]+/g, '-').slice(0, NAME_MOST);
  return `${name.replaceAll(/^-|-$/g, '') || 'session'}.ics`;
}
