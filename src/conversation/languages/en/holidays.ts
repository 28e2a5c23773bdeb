import type { Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import { times } from '../times.ts';

/** When an organization teaches at all. */
export const holidays = {
  holidays: {
    title: 'Holidays and terms',
    intro: say`On holidays nobody can be booked. Where there are terms, nobody can be booked outside them. The days are each tutor’s own.`,
    none: say`There are no holidays and no terms: every day can be booked.`,
    saved: say`Saved.`,
    read: (days: number, leftOut: number): Text =>
      leftOut === 0
        ? say`Saved ${times(days, 'holiday', 'holidays')}.`
        : say`Saved ${times(days, 'holiday', 'holidays')}. ${times(leftOut, 'event', 'events')} had an hour, so I left them out.`,
    holiday: (name: string, days: string): Text => say`${strong(name)} (holiday): ${days}`,
    term: (name: string, days: string): Text => say`${strong(name)} (term): ${days}`,
    insideNow: (count: number): Text =>
      count === 1
        ? say`One session lies on such a day now. It stays as it is; cancel or move it if it can’t be held:`
        : say`${String(count)} sessions lie on such days now. They stay as they are; cancel or move those that can’t be held:`,
    addTitle: 'Holiday or term',
    submit: 'Save',
    kind: 'What is it?',
    kinds: { holiday: 'A holiday', term: 'A term' },
    name: 'Name',
    namePlaceholder: 'Winter break',
    from: 'Day, or first day',
    until: 'Last day',
    dayPlaceholder: '24 Dec · 24 Dec - 2 Jan · 2026-12-24',
    untilHint: 'Leave it empty for one day.',
    readTitle: 'Read a calendar',
    text: 'The text of a calendar file (ICS)',
    textHint: 'Open the file in a text editor and paste it. Whole days are read; several pastes add up.',
    textPlaceholder: 'BEGIN:VCALENDAR and all that follows',
    unnamed: 'Holiday',
    remove: 'Remove…',
  },
};
