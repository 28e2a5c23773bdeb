/** The picture of a week. */
export const week = {
  week: {
    title: (days: string, place: string): string => `Your week: ${days} (${place})`,
    session: (subject: string, other: string): string => `${subject} with ${other}`,
    unanswered: (label: string): string => `${label} (not answered yet)`,
    offered: 'Hours you offer',
    kinds: {
      session: 'Session',
      request: 'Not answered yet',
      busy: 'Busy',
      off: 'No tutoring',
    },
    nothing: 'Nothing is on in these seven days',
    before: 'Week before',
    after: 'Week after',
    thisWeek: 'From today',
  },
};
