import type { Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import { times } from '../times.ts';

/** What admins read of a week, a month or a term in numbers. */
export const report = {
  report: {
    title: (days: string) => `Report: ${days}`,
    periods: { week: 'Week', month: 'Month', term: 'Term' },
    earlier: 'Earlier',
    later: 'Later',
    none: say`No session began in that time.`,
    states: 'Sessions by state',
    hours: 'Hours by tutor',
    sessions: (count: number) => times(count, 'session', 'sessions'),
    taught: (sessions: string, length: string): Text => say`${strong(sessions)}, ${strong(length)} taught.`,
    filled: (asked: number, filled: number, share: string): Text =>
      say`Asked for: ${asked}; to ${filled} of these somebody said yes (${share}).`,
    answer: (length: string): Text => say`Half of the answers came within ${length}.`,
    missing: (learners: number, tutors: number): Text =>
      say`Didn’t come: ${times(learners, 'learner', 'learners')}, ${times(tutors, 'tutor', 'tutors')}.`,
    rated: (average: string, count: number): Text =>
      say`Rated ★ ${average} on average, by ${times(count, 'learner', 'learners')}.`,
    tutors: 'Tutors',
    subjects: 'Subjects',
    line: (name: string, sessions: string, length: string): Text => say`${name}: ${sessions}, ${length}`,
    absences: (count: number) => times(count, 'absence', 'absences'),
    others: (count: number): Text => say`… and ${count} more`,
  },
};
