import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';

/** What the people of a session write to each other. */
export const talk = {
  talk: {
    title: 'Write a message',
    submit: 'Send',
    to: (other: string): string => `To ${other}`,
    textHint: 'It comes to them as a direct message, in whichever chat they use.',
    seenHint: 'It comes to them as a direct message. Admins of your organization can read it too.',
    sent: (other: string): Text => say`I’ve passed it on to ${other}.`,
    from: (who: string, what: Text): Text => say`${strong(who)} writes to you (${what}):`,
    seen: say`Admins of your organization can read what you write to each other.`,
    listTitle: (what: Text): Text => say`Messages: ${what}`,
    line: (who: string, at: Span): Text => say`${strong(who)}, ${at}:`,
    none: say`Nobody has written anything.`,
    rules: 'Messages',
    rulesLabel: 'Messages between the people of a session',
    rule: {
      on: 'Yes, for them alone',
      seen: 'Yes, and admins can read them (everybody is told)',
      off: 'No',
    },
    ruleNow: {
      on: say`The people of a session write to each other through me, and only they read it.`,
      seen: say`The people of a session write to each other through me; admins can read it, and everybody is told so.`,
      off: say`The people of a session can’t write to each other through me.`,
    },
  },
};
