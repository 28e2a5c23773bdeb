import type { Text } from '../../message.ts';
import { say, strong } from '../../say.ts';

/** How it was. */
export const feedback = {
  feedback: {
    titleLearner: (tutor: string): Text => say`How was your session with ${tutor}?`,
    titleTutor: (learner: string): Text => say`How was your session with ${learner}?`,
    ask: say`It takes ten seconds, and it helps others to choose.`,
    askTutor: say`It takes ten seconds. Only admins see your rating and your comment; your notes are for both of you.`,
    formTitle: 'How was it?',
    submit: 'Send',
    rating: 'Your rating',
    ratings: { '5': '5 · excellent', '4': '4 · good', '3': '3 · all right', '2': '2 · not so good', '1': '1 · bad' },
    learnerRatingHint: 'It counts in the tutor’s average, which everybody sees. Admins see it with your name.',
    tutorRatingHint: 'Only admins see it.',
    comment: 'Anything to add?',
    tutorCommentHint: 'Only admins read it.',
    readers: 'Who may read that?',
    readersTutor: (tutor: string) => `${tutor} and the admins`,
    readersAdmins: 'Only the admins',
    notes: 'Notes that both of you can read',
    thanks: say`Thank you! You can change it for a week after the session.`,
    youSaid: (stars: string): Text => say`You gave ${strong(stars)}.`,
    youSaidItTookPlace: say`You said that it took place.`,
    youSaidNotHeld: say`You said that it didn’t take place.`,
    notHeldTitle: 'What happened?',
    whoWasMissing: 'Who didn’t come?',
    missing: { tutor: 'The tutor didn’t come', learner: 'The learner didn’t come' },
    closed: say`Ratings are open for a week, and that week is over.`,
  },
};
