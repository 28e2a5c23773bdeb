import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';

/** What the people of a session write to each other. */
export const talk = {
  talk: {
    title: 'Write a message',
    submit: 'Send',
    to: (other: string): string => `To ${other}`,
    /** Who reads what is written with a request that any of several tutors may take. */
    theAsked: 'the tutors I’ve asked',
    textHint: 'It comes to them as a direct message. Photos and PDFs: send them to me here in the chat.',
    seenHint: 'It comes to them as a direct message. Admins of your organization can read it too.',
    sent: (other: string): Text => say`I’ve passed it on to ${other}.`,
    from: (who: string, what: Text): Text => say`${strong(who)} writes to you (${what}):`,
    seen: say`Admins of your organization can read what you write to each other.`,
    listTitle: (what: Text): Text => say`Messages: ${what}`,
    line: (who: string, at: Span): Text => say`${strong(who)}, ${at}:`,
    none: say`Nobody has written anything.`,
    /** Where files belong that somebody has sent. */
    which: (names: string): Text =>
      say`Which session does this belong to? I pass on ${strong(names)} to the others in it.`,
    nowhere: (names: string): Text =>
      say`I pass files on to the others of a session, from the request until a week after it. You have none now, so I don’t keep ${strong(names)}.`,
    withIt: (names: string): Text => say`With it: ${names}`,
    filesHere: (who: string, what: Text): Text => say`Files from ${strong(who)} (${what}):`,
    filesGone: (what: Text): Text => say`The files of that message aren’t kept any more (${what}).`,
    filesCome: say`I’m sending them to you as a direct message.`,
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
