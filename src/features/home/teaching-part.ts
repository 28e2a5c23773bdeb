import type { Action, Section, Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { formatWeekly } from '../../conversation/when/weekly.ts';
import type { Tutor } from '../../core/people/person.ts';
import type { Reader, SessionView } from '../shared/reader.ts';

/** A tutor's hours, and what a tutor does in between. */
export function teaching(tutor: Tutor, reader: Reader, taught: Text): Section {
  const { buttons, home } = reader.words;
  const teach = (label: string, what: string) => button(label, 'teach', { what });
  const hours = formatWeekly(tutor.weeklyHours, reader.language);
  return {
    title: home.teaching,
    text: [
      ...(tutor.application.standing !== 'approved'
        ? home.applied
        : tutor.isPaused
          ? home.paused
          : hours === ''
            ? home.noHours
            : home.hours(hours)),
      ...(taught.length > 0 ? say`\n` : []),
      ...taught,
    ],
    actions: [
      button(buttons.meetNow, 'meet', {}),
      button(buttons.openGroup, 'open-group', {}),
      button(buttons.clearDay, 'clear-day', {}),
      teach(buttons.changeOffer, 'change'),
      tutor.isPaused ? teach(buttons.resume, 'resume') : teach(buttons.pause, 'pause'),
      button(buttons.availability, 'availability', {}),
      button(buttons.freeNow, 'free', {}),
    ],
  };
}

/** Whether the reader teaches it on what is today where they are. */
export function isToday({ session, reader, now }: SessionView, defaultZone: string): boolean {
  const zone = reader.zone ?? defaultZone;
  const dayOf = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  return session.tutor === reader.person.id && dayOf(session.startsAt).equals(dayOf(now));
}

function button(label: string, handler: string, input: Readonly<Record<string, string>>): Action {
  return { kind: 'button', label, style: 'plain', target: { handler, input } };
}
