import type { Text } from '../../message.ts';
import { say, strong } from '../../say.ts';

/** What two people aim at together, and note down. */
export const learning = {
  learning: {
    title: (other: string): Text => say`Goals and next steps with ${other}`,
    none: say`Nothing yet. Either of you can add a goal or a next step; both of you see it.`,
    goals: 'Goals',
    steps: 'Next steps',
    kinds: { goal: 'Goal', step: 'Next step' },
    kindsOffered: { goal: 'A goal: what it’s all for', step: 'A next step: what is to be done until next time' },
    line: (kind: string, who: string): Text => say`☐ ${strong(kind)} (${who}):`,
    lineDone: (kind: string, who: string): Text => say`☑ ${strong(kind)} (${who}, done):`,
    addTitle: 'Goal or next step',
    add: 'Add',
    kind: 'Which is it?',
    text: 'In one sentence',
    textHint: 'It’s shown on the next request and where you enter the session, until one of you ticks it off.',
    ticked: (what: string): Text => say`Done: ${what}.`,
    unticked: (what: string): Text => say`Open again: ${what}.`,
    remindTitle: (tutor: string): Text => say`What you wanted to have done for your sessions with ${tutor}`,
    noteTitle: 'Notes',
    noteSubmit: 'Save',
    note: 'What do you want to keep?',
    noteHint: 'Both sides of the session read it.',
    noteOf: (who: string): string => `Notes of ${who}`,
    noted: say`Saved. It stands on the session’s card.`,
  },
};
