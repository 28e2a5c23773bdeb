import { say } from '../../say.ts';
import { times } from '../times.ts';

/** Tables that admins get and give. */
export const tables = {
  export: {
    comes: say`The file comes as a direct message in a moment.`,
    title: 'The sessions',
    text: (count: number) =>
      say`${times(count, 'session', 'sessions')}, times as they are for you. Open it with any spreadsheet program.`,
    cut: (most: number) => say`There are more than ${most}: these are the first. Ask for fewer days to get the rest.`,
    heads: {
      starts: 'Start',
      ends: 'End',
      state: 'State',
      subject: 'Subject',
      tutor: 'Tutor',
      learners: 'Learners',
      platform: 'Platform',
      requested: 'Asked for',
      confirmed: 'Confirmed',
      ratings: 'Ratings',
      reason: 'Reason',
    },
  },
};
