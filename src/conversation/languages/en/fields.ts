import type { Span, Text } from '../../message.ts';
import { say } from '../../say.ts';

/** Names of fields, and small words that stand in many sentences. */
export const fields = {
  fields: {
    subject: 'Subject',
    tutor: 'Tutor',
    learner: 'Learner',
    when: 'When',
    length: 'Length',
    note: 'What to achieve',
    where: 'Where',
    link: 'Link',
    meetingId: 'Meeting ID',
    before: 'Was',
    proposed: 'Suggested',
    late: 'Late',
    coming: 'Still coming?',
    ownRoom: 'Own room',
    account: 'Account',
    today: 'Today',
    limits: 'Left to use',
    webhooks: 'Webhooks',
    attendance: 'Attendance',
    passcode: 'Passcode',
    recording: 'Recording',
    transcript: 'Transcript',
    seen: 'Seen by the platform',
    reason: 'Reason',
    notes: 'Tutor’s notes',
    whiteboard: 'Whiteboard',
    whoIsThere: 'Who is there',
  },

  whenAndLength: (when: Span, length: string): Text => say`${when}, ${length}`,
  theTutor: 'the tutor',
  asAdmin: (name: string) => `${name} (admin)`,
  somewhere: 'the platform',
  bestFit: 'Best fit: I choose',
  anyTutor: 'Any tutor',
  /** The same within a sentence: "Algebra with any tutor". */
  anyTutorInside: 'any tutor',
  somebody: 'somebody',
  formerMember: 'a former member',
};
