import type { Text } from '../../message.ts';
import { say, strong } from '../../say.ts';

/** Statements of what a tutor has taught: the question, the message, the paper, and the page that says whether it is genuine. */
export const statements = {
  statement: {
    title: 'Statement of hours',
    submit: 'Make it',
    tutor: 'Tutor',
    month: 'Month',
    period: 'Or a period of your own',
    periodHint: 'For example: 1 Sep - 15 Oct. It then counts instead of the month.',
    sessions: (count: number) => (count === 1 ? '1 session' : `${String(count)} sessions`),
    comes: (tutor: string, period: string): Text =>
      say`The statement of ${strong(tutor)}, ${period}, comes to you as a file in a direct message.`,
    text: (tutor: string, period: string): Text =>
      say`Here is what ${strong(tutor)} taught ${period}, as it stands now. It stays like this, whatever changes later.`,
    total: 'In all',
    code: 'Code',
    checkHere: (code: string) => `${code}: check it here`,
    noCode: 'It carries no code to check it by, because this Tutorline has no public address.',
  },

  paper: {
    tutor: 'Tutor',
    period: 'Period',
    clock: 'Times',
    made: 'Made on',
    between: (from: string, until: string) => `from ${from} to ${until}`,
    when: 'When',
    learner: 'With',
    subject: 'Subject',
    minutes: 'Minutes',
    total: 'In all',
    how: 'These are the sessions that took place by the word of those who were in them, each with the length that was booked.',
    unsettled: (count: number) =>
      count === 1
        ? '1 more session is not in it, because it is not settled yet whether it took place.'
        : `${String(count)} more sessions are not in it, because it is not settled yet whether they took place.`,
    missed: 'A � stands for a letter that this paper cannot show.',
    check: (code: string, url: string) => `Code ${code}. Anybody can check it: ${url}`,
    page: (number: string, of: string) => `Page ${number} of ${of}`,
  },

  check: {
    genuine: 'This statement is genuine',
    genuineText: (tutor: string, period: string, sessions: string, length: string, made: string) =>
      `${tutor} taught ${sessions} ${period}: ${length} in all. It was made on ${made}. Compare this with what the paper says.`,
    unknown: 'No statement has this code',
    unknownText:
      'Compare the code with the paper once more, letter by letter. If it is the same, the paper is not genuine.',
    slowly: 'Not so fast',
    tooOften: 'Too many codes were tried from your network. Please try again in a minute.',
  },
};
