import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import { times } from '../times.ts';

const every: Readonly<Record<number, string>> & Readonly<Record<7 | 14 | 28, string>> = {
  7: 'every week',
  14: 'every two weeks',
  28: 'every four weeks',
};

/** Learners and tutors who are paired for a term. */
export const programmes = {
  programmes: {
    title: 'Programmes',
    intro: say`Each pairs learners with tutors for a term. I ask those who stop meeting, and then tell you.`,
    none: say`There’s no programme yet. One pairs learners with tutors for a term, and notices who stops meeting.`,
    pairs: (count: number): Text => say`${times(count, 'pair', 'pairs')}`,
    every,
    pair: (learner: string, tutor: string): Text => say`${strong(learner)} with ${strong(tutor)}`,
    met: (at: Span): Text => say`last met ${at}`,
    meets: (at: Span): Text => say`meet ${at}`,
    notYet: say`They haven’t met yet.`,
    proposed: say`proposed: they don’t know of it yet`,
    openTitle: 'Open a programme',
    changeTitle: 'Change the programme',
    submit: 'Save',
    nameLabel: 'Name',
    subjectLabel: 'Subject',
    everyLabel: 'How often are they to meet?',
    fromLabel: 'First day',
    untilLabel: 'Last day',
    dayHint: 'For example: 1 Dec, 2026-12-01',
    pairTitle: 'Pair people',
    pairsLabel: 'One pair a line: learner, tutor',
    pairsHint: 'Also from a spreadsheet. For a learner alone I propose the tutor who fits best.',
    pairsPlaceholder: 'Lena Vogel, Theo Park',
    pairedNow: (paired: number, proposed: number, leftOut: number): Text =>
      say`Paired: ${String(paired)}. Proposed: ${String(proposed)}. Paired before, or without a tutor: ${String(leftOut)}.`,
    unread: (lines: string, count: number): Text =>
      say`I don’t know who is meant in ${times(count, 'line', 'lines')} (${lines}).`,
    pairEnded: say`This pair is over.`,
    isOver: say`This programme is over, and so are its pairs.`,
    endSure: (name: string): Text => say`End ${strong(name)} with all of its pairs? They’re told.`,
    begins: (who: string, subject: string, programme: string, every: string, until: string): Text =>
      say`You’re paired with ${strong(who)} for ${subject} (${programme}): ${every}, until ${until}.`,
    overForYou: (who: string, programme: string): Text =>
      say`You and ${strong(who)} aren’t a pair any more (${programme}). What is booked stays.`,
    askLearner: (who: string): Text => say`You haven’t met ${strong(who)} for a while. When is the next time?`,
    askTutor: (who: string): Text =>
      say`You haven’t met ${strong(who)} for a while. I’ve asked them to book the next time; if both of you are there, meet now.`,
    meetsAgain: (who: string, at: Span): Text => say`You and ${strong(who)} meet again (${at}).`,
    meetAgain: (at: Span): Text => say`They meet again (${at}).`,
    quiet: (learner: string, tutor: string, programme: string): Text =>
      say`${learner} and ${tutor} have stopped meeting (${programme})`,
    lastMet: (at: Span): Text => say`The last time (${at}) was too long ago. I’ve asked both.`,
  },
};
