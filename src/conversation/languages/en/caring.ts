import type { Text } from '../../message.ts';
import { say } from '../../say.ts';
import { times } from '../times.ts';

/** What admins see and decide of people, tutors and subjects. */
export const caring = {
  care: {
    titles: {
      pause: 'Pause the tutor',
      resume: 'Let them be asked again',
      limit: 'Limit per week',
      remove: 'Remove the tutor',
      silence: 'Stop their requests',
      hear: 'Allow their requests',
    },
    buttons: {
      pause: 'Pause',
      resume: 'Let them be asked again',
      limit: 'Limit per week',
      remove: 'No tutor any more',
      silence: 'Stop their requests',
      hear: 'Allow their requests',
    },
    submit: 'Do it',
    reason: 'Why? They read it',
    most: 'Sessions a week (empty: no limit)',
    done: (name: string): Text => say`Done. ${name} is told who did it, and why.`,
    told: {
      pause: (who: string): Text => say`${who} has paused your offer: nobody can ask you for now.`,
      resume: (who: string): Text => say`${who} has opened your offer again: you can be asked.`,
      limit: (who: string, most: number | undefined): Text =>
        most === undefined
          ? say`${who} has taken the limit away: you can have as many sessions a week as you like.`
          : say`${who} has set a limit for you: ${times(most, 'session', 'sessions')} a week at most.`,
      remove: (who: string): Text => say`${who} has removed you from the tutors.`,
      silence: (who: string): Text => say`${who} has stopped your requests for now. Please talk to them.`,
      hear: (who: string): Text => say`${who} lets you ask for sessions again.`,
    },
  },

  people: {
    title: 'Find somebody',
    submit: 'Show',
    who: 'Whom?',
    chats: 'Chats',
    zone: 'Time zone',
    sessions: 'Sessions',
    counted: (ahead: number, past: number): Text => say`${ahead} ahead, ${past} past`,
    silenced: say`Their requests are stopped.`,
    teaches: 'As a tutor',
    canBeAsked: 'can be asked',
    paused: 'paused',
    standing: { applied: 'waits for an answer', refused: 'refused' },
    weekly: (most: number) => `at most ${most} a week`,
    rating: 'Rating',
    allTutors: 'All tutors',
    noTutors: say`Nobody teaches here yet.`,
  },

  audit: {
    title: 'What was done',
    none: say`There is nothing to show.`,
  },

  subjects: {
    title: 'Subjects',
    none: say`Nothing is taught here yet.`,
    line: (name: string, tutors: number): Text => say`${name}: ${times(tutors, 'tutor', 'tutors')}`,
    also: (names: string): Text => say`also found as ${names}`,
    changeOne: 'Change one',
    formTitle: 'Change the subject',
    submit: 'Save',
    name: 'Name',
    aliases: 'Other names',
    aliasesHint: 'With commas between: in other languages, abbreviations.',
    into: 'Or make it one with',
    saved: say`Saved.`,
  },

  bookFor: {
    title: 'Book for a learner',
    submit: 'Ask for it',
    learner: 'For whom?',
    tutor: 'With whom?',
    subject: 'Subject',
    when: 'When?',
    length: 'How long?',
    readBack: say`Is this the time? Nothing is asked until you press it.`,
    askAt: (when: string) => `Ask for ${when}`,
    news: (who: string, what: Text): Text => say`${who} asked for a session for you: ${what}`,
  },
};
