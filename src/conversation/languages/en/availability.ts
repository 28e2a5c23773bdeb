import type { Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import { times } from '../times.ts';

/** When somebody teaches. */
export const availability = {
  availability: {
    title: 'Your availability',
    hours: (hours: string, place: string): Text => say`${strong(hours)}\nOn your clock (${place}).`,
    byArrangement: say`You’ve named no weekly hours, so your times are by arrangement: learners suggest one.`,
    saved: say`Saved.`,
    daysTitle: 'Days that differ',
    off: (days: string, hours: string): Text => (hours === '' ? say`${days}: off` : say`${days}: off ${hours}`),
    extra: (days: string, hours: string): Text => say`${days}: also ${hours}`,
    rulesTitle: 'Rules',
    lengths: (lengths: string, every: string): Text => say`Lengths: ${lengths}, starting every ${every}.`,
    asked: (notice: string, days: number): Text =>
      notice === ''
        ? say`Ahead: up to ${times(days, 'day', 'days')}, no minimum notice.`
        : say`Ahead: up to ${times(days, 'day', 'days')}, and at least ${notice}.`,
    buffers: (before: string, after: string): Text =>
      before === '' && after === ''
        ? say`Breaks: none.`
        : say`Breaks: ${before === '' ? 'none' : before} before, ${after === '' ? 'none' : after} after.`,
    limits: (aDay: string, aWeek: string): Text =>
      aDay === '' && aWeek === ''
        ? say`Sessions: as many as come.`
        : say`Sessions: ${[aDay && `${aDay} a day`, aWeek && `${aWeek} a week`].filter(Boolean).join(', ')} at most.`,
    takesOutside: say`Other times: learners can ask, and I tell you that it’s outside your hours.`,
    refusesOutside: say`Other times: nobody can ask.`,
    outsideNow: (count: number): Text =>
      count === 1
        ? say`One session lies outside your hours now. It stays as it is; cancel it if you can’t come:`
        : say`${String(count)} sessions lie outside your hours now. They stay as they are; cancel those that you can’t hold:`,
    hoursTitle: 'Weekly hours',
    submit: 'Save',
    hoursLabel: 'Your usual week',
    hoursPlaceholder: 'Mon-Fri 16-19, Sat 10:00-12:30, Fri 22-1',
    hoursHint: 'In your own time zone. Leave it empty for times by arrangement.',
    zone: 'Your city or time zone',
    dayTitle: 'Days that differ',
    kind: 'What is different?',
    kinds: { off: 'I’m away', extra: 'I teach more' },
    from: 'Day, or first day',
    until: 'Last day',
    dayPlaceholder: '24 Dec · next Friday · 2026-12-24',
    untilHint: 'Leave it empty for one day.',
    dayHours: 'Hours',
    dayHoursPlaceholder: '14-18',
    dayHoursHint: 'For whole days off leave it empty.',
    rulesForm: 'What you offer',
    lengthsLabel: 'Lengths that you offer',
    everyLabel: 'Starts are offered every',
    noticeLabel: 'Asked at least so long ahead',
    aheadLabel: 'Asked at most so long ahead',
    days: (days: number) => times(days, 'day', 'days'),
    outsideLabel: 'Requests for times outside your hours',
    outside: { yes: 'Learners can ask', no: 'Nobody can ask' },
    none: 'None',
    limitsForm: 'Breaks and limits',
    beforeLabel: 'Free before each session',
    afterLabel: 'Free after each session',
    bufferHint: 'Between two sessions the longer one counts, once.',
    aDayLabel: 'Sessions a day at most',
    aWeekLabel: 'Sessions a week at most',
    noLimit: 'No limit',
    remove: 'Remove days…',
  },
};
