import type { Span, Text } from '../../message.ts';
import { say } from '../../say.ts';

/** Finding tutors, and becoming one. */
export const teaching = {
  tutors: {
    title: 'Tutors',
    titleOf: (subject: string): Text => say`Tutors of ${subject}`,
    none: say`Nobody teaches here yet. Would you like to be the first?`,
    noneOf: (subject: string): Text => say`Nobody teaches ${subject} yet. See what others teach:`,
    rating: (average: string, count: number) => `★ ${average} (${count})`,
    noRating: 'no ratings yet',
    answers: {
      minutes: say`usually answers within minutes`,
      hour: say`usually answers within an hour`,
      hours: (count: number): Text => say`usually answers within ${count} hours`,
      day: say`usually answers within a day`,
      days: say`usually takes more than a day to answer`,
    },
    nextOpen: (at: Span): Text => say`Next open time: ${at}`,
    byArrangement: say`Times by arrangement`,
  },

  teach: {
    title: 'Offer to teach',
    titleChange: 'Your offer',
    submit: 'Save',
    subjects: 'Subjects',
    subjectsPlaceholder: 'Algebra, Physics, Essay writing',
    bio: 'About you',
    bioPlaceholder: 'What should learners know about you?',
    platform: 'Where you like to meet',
    zone: 'Your city or time zone',
    saved: say`Saved. This is what learners see:`,
    savedNoHours: say`Saved. One more thing: press “Availability” to say when you teach. Until then learners suggest times. This is what they see:`,
    savedApplied: say`Saved. An admin looks at it first: until then nobody can book you. I’ll tell you. This is what learners will see:`,
    savedRefused: (why: string): Text =>
      say`An admin has said no: “${why}”. Change your offer to apply again. This is what learners would see:`,
    savedPaused: say`Saved. You’re paused: nobody can ask you until you take requests again.`,
    roomsTitle: 'Rooms and accounts',
    room: 'Your own permanent room',
    roomHint: 'A public https:// address. You can then choose it as the place to meet.',
    roomPlaceholder: 'https://meet.example.org/theo',
    account: 'Your Zoom account',
    accountHint: 'The address that you use there: your meetings are then yours, and you start them.',
    accountPlaceholder: 'theo@school.example',
    ownRoom: 'Tutor’s own room',
    myRoom: 'My own room',
    onlyYou: say`Only you see this`,
    pausedTitle: say`You’re paused`,
    pausedText: (count: number): Text =>
      say`${count} requests in a row expired without your answer, so nobody can ask you for now. One press, and learners can ask you again. Sessions that are planned stay.`,
    paused: say`You’re paused: nobody can ask you until you take requests again. Sessions that are planned stay.`,
    resumed: say`Welcome back! Learners can ask you again.`,
  },
};
